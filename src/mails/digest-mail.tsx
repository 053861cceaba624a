/** The digest as HTML mail: one column, one line a change, nothing to load, nothing that follows. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Words } from '../../widget/view/words.tsx';
import type { DigestLine, DigestTopic, DigestView } from '../projections/digest.ts';
import { type Words as Catalogue, wordsOf } from '../projections/words/words.ts';
import { type DigestLinks, leftOutNotes, restOf } from './digest-text.ts';
import { Paper } from './paper.tsx';

const INK = 'color:#16181d';
const GREY = 'color:#565c66';
const SERIF = 'font-family:Georgia,Times,serif';
const RULE = 'border-top:1px solid #dcdfe4';

export function digestHtml(view: DigestView, links: DigestLinks, lang: string): string {
  return `<!doctype html>${renderToString(<Mail view={view} links={links} lang={lang} />)}`;
}

const Mail = ({ view, links, lang }: { view: DigestView; links: DigestLinks; lang: string }) => {
  const words = wordsOf(lang).mails;
  return (
    <Paper subject={view.subject} lang={lang}>
      <p
        class="ink"
        style={`margin:0;padding-bottom:12px;border-bottom:3px solid;font-weight:bold;font-size:22px;${SERIF};${INK}`}
      >
        {words.site}
      </p>
      <p class="grey" style={`margin:12px 0 0;${GREY}`}>
        {view.opening}
      </p>
      {links.sentOn !== undefined && (
        <p class="grey" style={`margin:12px 0 0;${GREY}`}>
          {linkedAt(words.asSent(links.sentOn), `${links.origin}/corrections`)}
        </p>
      )}
      {view.topics.map((topic) => (
        <Topic topic={topic} links={links} words={words} />
      ))}
      {view.moreTopics > 0 && (
        <p class="ink" style={`margin:28px 0 0;${INK}`}>
          <Link href={links.rest ?? links.origin}>{words.moreTopics(view.moreTopics)}</Link>
        </p>
      )}
      {leftOutNotes(view, lang).map(({ text, url }) => (
        <p class="grey" style={`margin:28px 0 0;${GREY}`}>
          <Link href={links.origin + url}>{text}</Link>
        </p>
      ))}
      <MostCommented view={view} origin={links.origin} words={words} />
      <p class="grey rule" style={`margin:32px 0 0;padding-top:12px;${RULE};font-size:14px;${GREY}`}>
        <Link href={links.archive}>{words.foot.archive}</Link> ·{' '}
        <Link href={links.preferences}>{words.foot.choices}</Link> ·{' '}
        <Link href={links.unsubscribe}>{words.foot.end}</Link>
      </p>
    </Paper>
  );
};

const Link = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a href={href} style="color:inherit">
    {children}
  </a>
);

type MailWords = Catalogue['mails'];

/** The sentence with its one mark, `<name>…</name>`, as a link. */
function linkedAt(sentence: string, href: string): ComponentChildren {
  const [before, , within, after] = sentence.split(/<(\w+)>(.*?)<\/\1>/);
  return (
    <>
      {before}
      <Link href={href}>{within}</Link>
      {after}
    </>
  );
}

const Topic = ({ topic, links, words }: { topic: DigestTopic; links: DigestLinks; words: MailWords }) => (
  <>
    <h2 id={topic.slug} class="ink" style={`margin:28px 0 0;font-size:20px;line-height:1.2;${SERIF};${INK}`}>
      <a href={links.origin + topic.url} style="color:inherit;text-decoration:none">
        {topic.title}
      </a>
    </h2>
    {topic.parts.map((part) => (
      <>
        <h3 class="ink" style={`margin:14px 0 0;font-size:15px;${INK}`}>
          {part.heading}
        </h3>
        {part.lines.map((line) => (
          <Line line={line} origin={links.origin} words={words} />
        ))}
        {part.more > 0 && (
          <p class="ink rule" style={`margin:8px 0 0;padding-top:8px;${RULE};${INK}`}>
            <Link href={restOf(topic, links)}>{words.more(part.more)}</Link>
          </p>
        )}
      </>
    ))}
  </>
);

const Line = ({ line, origin, words }: { line: DigestLine; origin: string; words: MailWords }) => (
  <p class="rule" style={`margin:8px 0 0;padding-top:8px;${RULE}`}>
    <a class="ink" href={origin + line.url} style={`${INK};text-decoration:none`}>
      <Words text={line.text} />
    </a>
    <span class="grey" style={`display:block;font-size:14px;${GREY}`}>
      {line.small}
      {line.places.map(([outlet, url]) => (
        <>
          {' · '}
          <a href={url} rel="external nofollow noopener" style="color:inherit">
            {outlet}
          </a>
        </>
      ))}
      {line.otherPlaces > 0 && (
        <>
          {' · '}
          <Link href={origin + line.url}>{words.moreOutlets(line.otherPlaces)}</Link>
        </>
      )}
    </span>
  </p>
);

const MostCommented = ({ view, origin, words }: { view: DigestView; origin: string; words: MailWords }) =>
  view.mostCommented.items.length === 0 ? null : (
    <>
      <h2 class="ink" style={`margin:28px 0 0;font-size:20px;${SERIF};${INK}`}>
        {words.mostCommented}
      </h2>
      <ol style="margin:8px 0 0;padding-left:1.4em">
        {view.mostCommented.items.map((item) => (
          <li style="margin-top:8px">
            <a class="ink" href={origin + item.url} style={INK}>
              {item.title}
            </a>
            <span class="grey" style={`display:block;font-size:14px;${GREY}`}>
              {item.people}
            </span>
          </li>
        ))}
      </ol>
      {view.moreListed > 0 && (
        <p class="ink" style={`margin:8px 0 0;${INK}`}>
          <Link href={`${origin}/most-commented`}>{words.more(view.moreListed)}</Link>
        </p>
      )}
    </>
  );
