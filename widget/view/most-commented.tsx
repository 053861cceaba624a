/** The Most Commented list: title, people first, then where; on other sites with the way to the whole list. */
import type { ListView } from '../../src/projections/list-view.ts';
import { Foot } from './foot.tsx';
import { Words } from './words.tsx';

export const MostCommentedView = ({ panel, base = '' }: { panel: ListView; base?: string }) => (
  <>
    {panel.empty && <p>{panel.empty}</p>}
    <ol>
      {panel.items.map((item) => (
        <li>
          <a href={base + item.url}>{item.title}</a>
          <div>
            <Words text={item.people} />
          </div>
          {item.places.map((place) => (
            <small>{place}</small>
          ))}
        </li>
      ))}
    </ol>
    {base && <Foot words="" more={panel.more} href={`${base}/most-commented?window=${panel.window}`} />}
  </>
);
