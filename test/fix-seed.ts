import fc from "fast-check";

// The same cases on every run, so that a failure belongs to the change that it meets. `npm run nightly` tries
// others each night, and more of them.
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 1) });
