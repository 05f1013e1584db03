/** Nothing answers, or not in time: the same request may succeed after `retryAfterSeconds`. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
  readonly retryAfterSeconds = 2;
  /** It took the request and may still be at work on it. */
  readonly timedOut: boolean;

  constructor(message: string, options: { readonly timedOut: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.timedOut = options.timedOut;
  }
}

/** The engine answered no: the same request will be refused again. `code` is the engine's own word for why. */
export class EngineRefused extends Error {
  override readonly name = "EngineRefused";
  readonly code: string;

  constructor(message: string, options: { readonly code: string; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
}

/** No engine is set and none can be found on this machine. */
export class EngineMissing extends Error {
  override readonly name = "EngineMissing";
}

/** The engine of this machine does not start. `log` is where it writes. */
export class EngineDoesNotStart extends Error {
  override readonly name = "EngineDoesNotStart";
  readonly log: string;

  constructor(message: string, options: { readonly log: string; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.log = options.log;
  }
}

/** A rebuilt index does not hold what was written to it; the old one stays in use. */
export class RebuildIncomplete extends Error {
  override readonly name = "RebuildIncomplete";
}
