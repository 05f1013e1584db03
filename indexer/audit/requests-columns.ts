import type { FormColumn } from "../../corpus/forms/form.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { findFormTable } from "../../corpus/forms/forms.ts";

/** The columns of table 3, the same in every form that has it. */
export const requestsColumns: readonly FormColumn[] =
  findFormTable(form2021, "requests")?.blocks[0]?.columns ?? [];
