import type { Form, FormColumn, FormRow } from "../../corpus/forms/form.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { forms } from "../../corpus/forms/forms.ts";

/** A form as one authority printed it: `form` holds the rows and columns that it prints, in its order. */
export interface Edition {
  readonly name: string;
  readonly form: Form;
  /** Whether a column between unit and numbers counts the rows. */
  readonly hasCodes: boolean;
}

const fujianRows =
  /^(?:published(?:\.website|\.gazette)?|received(?:\.\w+)?|answered(?:\.granted|\.partial|\.denied|\.other)?|complaints|review|litigation|appeals)$/u;

/** Rows of both of Shanghai's tables by the first parts of their keys. */
const shanghaiOrder: readonly RegExp[] = [
  /^published$/u,
  /^published\.(?!website|gazette)/u,
  /^(?:secretDocuments|serviceInformation|siteVisits)/u,
  /^(?:visitors|onlineConsultations|phoneConsultations|requestCatalogue)/u,
  /^received/u,
  /^answered(?:\.granted|\.partial)?$/u,
  /^answered\.(?!denied|other|granted|partial)/u,
  /^answered\.denied/u,
  /^(?:review|litigation|appeals)$/u,
  /^fees/u,
  /^(?:dedicatedStaff|funds|spending|litigationCosts)/u,
];
const answers = ["notGovernmentInformation", "notFound", "notHeld", "unclear", "duplicate"];
const shanghaiColumns: readonly FormColumn[] = [
  { key: "本期实际", label: "本期实际" },
  { key: "thisYear", label: "本年累计" },
];

/** Every form, that of 2008 in the two families that its data hold together. */
export const editions: readonly Edition[] = forms.flatMap((form) =>
  form.id === "2008" ? listEarlyEditions() : [{ name: form.id, form, hasCodes: false }],
);

function listEarlyEditions(): readonly Edition[] {
  return [
    {
      name: "2008 Fujian",
      form: printRows(listRows().filter(({ key }) => fujianRows.test(key))),
      hasCodes: false,
    },
    buildShanghai("2008 Shanghai, 35 codes", "answered.denied"),
    buildShanghai("2008 Shanghai, 54 codes", "answered"),
  ];
}

function listRows(): readonly FormRow[] {
  return form2008.tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows));
}

/** Some answers stand below the refusals in the first table and beside them in the second. */
function buildShanghai(name: string, parent: string): Edition {
  const isPrinted = ({ key }: FormRow): boolean => {
    const answer = answers.find((one) => key.endsWith(`.${one}`));
    return answer === undefined || key === `${parent}.${answer}`;
  };
  const ordered = shanghaiOrder.flatMap((part) => listRows().filter(({ key }) => part.test(key)));
  return { name, form: printRows(ordered.filter(isPrinted), shanghaiColumns), hasCodes: true };
}

function printRows(rows: readonly FormRow[], columns?: readonly FormColumn[]): Form {
  const tables = form2008.tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, rows, columns: columns ?? block.columns })),
  }));
  return { ...form2008, tables };
}
