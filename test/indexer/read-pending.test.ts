import { join } from "node:path";
import { openStore } from "../../corpus/store/open-store.ts";
import { describeSeveralAddresses } from "./reading/addresses-suite.ts";
import { describeFinishReading } from "./reading/finish-suite.ts";
import { describeReadPending } from "./reading/pending-suite.ts";
import { describeSettingAside } from "./reading/set-aside-suite.ts";

const reset = async (folder: string) => openStore({ file: join(folder, "gongkai.db") });
describeReadPending("SQLite", reset);
describeFinishReading("SQLite", reset);
describeSeveralAddresses("SQLite", reset);
describeSettingAside("SQLite", reset);
