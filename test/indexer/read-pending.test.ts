import { join } from "node:path";
import { describeSeveralAddresses } from "./reading/addresses-suite.ts";
import { describeFinishReading } from "./reading/finish-suite.ts";
import { describeReadPending } from "./reading/pending-suite.ts";
import { describePublications } from "./reading/publication-suite.ts";
import { describeSettingAside } from "./reading/set-aside-suite.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const reset = async (folder: string) => openEmptyStore(join(folder, "gongkai.db"));
describeReadPending("SQLite", reset);
describeFinishReading("SQLite", reset);
describePublications("SQLite", reset);
describeSeveralAddresses("SQLite", reset);
describeSettingAside("SQLite", reset);
