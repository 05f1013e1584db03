/** What playwright leaves out of Chromium by itself. Of several lists Chromium takes the last, so that ours repeats it. */
const ofPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];

/**
 * The list that hangs below the address bar is a page of its own, which Chromium loads for every window, though nobody
 * sees one: half of what opening a context costs (Chromium 156: 0.45 s of a processor).
 */
const unseen = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** The switch that leaves these features out of a Chromium that playwright starts. */
export const leftOutFeatures = `--disable-features=${[...ofPlaywright, ...unseen].join(",")}`;
