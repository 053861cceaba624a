/** Every correction, voiding, withdrawal and withholding, newest first, each with its date and reason. */
import type { ChangeView } from '../../read/changes.ts';
import { dayWords } from '../../read/locale.ts';

export const Corrections = ({ amendments }: { amendments: ChangeView[] }) => (
  <>
    <h1>Corrections</h1>
    <p class="standfirst">
      What we wrote wrongly, what was never said, and what sources withdrew. Nothing is taken down quietly.
    </p>
    {amendments.length === 0 && <p>Nothing has been corrected, voided or withdrawn so far.</p>}
    <ol class="timeline">
      {amendments.map((each) => (
        <li>
          <span class="when">{dayWords(each.at, 'en')}</span>
          <div>
            <strong>
              <a href={`/t/${each.topic}`}>{each.label ?? each.topic}</a>
            </strong>
            , {each.kind}
            <div>{each.text}</div>
          </div>
        </li>
      ))}
    </ol>
  </>
);
