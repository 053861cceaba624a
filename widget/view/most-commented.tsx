/** The Most Commented list: title, people first, then where. */
import type { ListView } from '../../src/read/list-view.ts';
import { Words } from './words.tsx';

export const MostCommentedView = ({ list, base = '' }: { list: ListView; base?: string }) => (
  <>
    {list.empty && <p>{list.empty}</p>}
    <ol>
      {list.items.map((item) => (
        <li>
          <a href={base + item.url}>{item.title}</a>
          <span>
            <Words text={item.people} />
          </span>
          {item.places.map((place) => (
            <small>{place}</small>
          ))}
        </li>
      ))}
    </ol>
  </>
);
