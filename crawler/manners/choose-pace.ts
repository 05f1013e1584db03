import { type AskedEntry, isStranger } from "../../corpus/is-stranger.ts";
import { demoPace, type PaceBounds, politePace } from "./compute-delay.ts";

/** How densely the hosts of an entry are asked. */
export function choosePace(asked: AskedEntry): PaceBounds {
  return isStranger(asked) ? politePace : demoPace;
}
