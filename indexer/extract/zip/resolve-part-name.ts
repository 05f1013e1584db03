/**
 * The name within a ZIP of a part that another part points to: a target beginning with `/` counts from the root,
 * any other from the folder.
 */
export function resolvePartName(folder: string, target: string): string {
  const parts: string[] = [];
  const path = target.startsWith("/") ? target : `${folder}/${target}`;
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The folder of a part, without the slash at its end. */
export function findFolder(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}
