import { openRecognizer, type Recognizer } from "./open-recognizer.ts";

/** A recognizer that starts with the first picture: most files have none, and it takes a second and 200 MB. */
export function openRecognizerOnDemand(threads: number): Recognizer {
  let opening: Promise<Recognizer> | null = null;
  return {
    recognize: async (image, request) => {
      const { recognize } = await (opening ??= openRecognizer(threads));
      return recognize(image, request);
    },
    unpack: async (bytes) => {
      const { unpack } = await (opening ??= openRecognizer(threads));
      return unpack(bytes);
    },
    close: async () => (await opening)?.close(),
  };
}
