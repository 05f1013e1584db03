import { buildSearchAddress } from "../search/search-address.ts";

/** One way of asking, as readers see it. */
export interface HelpRow {
  readonly syntax: string;
  readonly example: string;
  readonly meaning: string;
}

export interface HelpGroup {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

/** A name that may stand in a query. `name` is what readers type, `label` what it is. */
export interface HelpName {
  readonly name: string;
  readonly label: string;
}

interface Props {
  readonly groups: readonly HelpGroup[];
  readonly numbers: readonly HelpName[];
}

/** The query language by examples, each of which can be tried. */
export function HelpPage({ groups, numbers }: Props) {
  return (
    <article class="help-page">
      <h1>检索语法</h1>
      <p>直接输入词、地名或一句话就能检索；下面的写法让结果更准，可以合着用。每个例子都能点开。</p>
      {groups.map((group, index) => (
        <Group group={group} id={`help-${index + 1}`} />
      ))}
      <section aria-labelledby="help-names">
        <h2 id="help-names">数字的短名称</h2>
        <p>写短名称就行，右边是它在年报表格里的全称。</p>
        <dl class="help-names">
          {numbers.map(({ name, label }) => (
            <div>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p>读不懂的写法不会让检索停下：页面会指出是哪几个字、可以怎样改，其余的照样检索。</p>
    </article>
  );
}

function Group({ group, id }: { readonly group: HelpGroup; readonly id: string }) {
  return (
    <>
      <h2 id={id}>{group.title}</h2>
      <div class="help-rows" tabindex={0} role="region" aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              <th scope="col">写法</th>
              <th scope="col">例子</th>
              <th scope="col">查到什么</th>
            </tr>
          </thead>
          <tbody>
            {group.rows.map(({ syntax, example, meaning }) => (
              <tr>
                <th scope="row">{syntax}</th>
                <td>
                  <a href={buildSearchAddress({ q: example })}>{example}</a>
                </td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
