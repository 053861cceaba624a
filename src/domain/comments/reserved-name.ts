/** Names by which a reader would seem to speak for this site: its own, its roles, and whatever looks like them. */
import { REFUSALS } from '../refusals.ts';
import { lookAlikePattern, plainLetters } from './look-alikes.ts';

/** Whoever bears one of these words is taken for one of us, whatever stands beside it. */
const ROLES = [
  'by source',
  'moderator',
  'editor',
  'administrator',
  'admin',
  'staff',
  'webmaster',
  'sysadmin',
];
/** The longer ones are found inside a word as well ("TheModeratorTeam"); no person's name holds them. */
const WITHIN = ['bysource', 'moderator', 'administrator', 'webmaster'];
/** The same in other languages, where they are a word of their own script. */
const ELSEWHERE = [
  'модератор',
  'редактор',
  'администратор',
  '管理员',
  '管理員',
  '管理者',
  '編集部',
  '編集者',
  '编辑',
  '운영자',
  '관리자',
  'مشرف',
  'المحرر',
];
/** Harmless beside other words; alone they are an office. */
const ALONE = [
  'mod',
  'moderation',
  'editorial',
  'editorial team',
  'official',
  'support',
  'system',
  'root',
  'operator',
  'owner',
  'the desk',
  'the team',
  'by',
];

/** Signs that are read as a mark of having been checked. */
const BADGES = /[\u2611\u2705\u2713\u2714\u{1f5f8}\u{1f5f9}\u{1f6e1}\u{1f396}\u{1f3c5}\u{1f530}\u{1f451}]/u;

const ANYWHERE = [
  ...[...ROLES, ...ELSEWHERE].map((phrase) => lookAlikePattern(phrase)),
  ...WITHIN.map((phrase) => lookAlikePattern(phrase, { within: true })),
];
const WHOLE = ALONE.map(wholly);

/** Why a reader may not be called so, in a sentence; null when they may. */
export function nameRefusal(name: string): string | null {
  if (BADGES.test(name)) return REFUSALS.nameBadge;
  const plain = plainLetters(name);
  const isReserved = ANYWHERE.some((pattern) => pattern.test(plain)) || WHOLE.some((isIt) => isIt(plain));
  return isReserved ? SPEAKS_FOR_US : null;
}

const SPEAKS_FOR_US = REFUSALS.nameReserved;

/**
 * The same for what this site's operator is called: the sender of its mails (`Name <address>`) and its own host. Of
 * several words they are found anywhere in a name; a single word is reserved as the whole name only.
 */
export function ownNameRefusal(name: string, operator: OperatorNames): string | null {
  const plain = plainLetters(name);
  const sender = /^(.*?)\s*<[^>]*>\s*$/.exec(operator.mailFrom ?? '')?.[1]?.replace(/"/g, '') ?? '';
  const host = operator.host?.replace(/^www\./, '') ?? '';
  const stem = host.replace(/\.[^.]*$/, '');
  const isOwn = [sender, host, stem].some((own) => {
    const words = own.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    if (words.length === 0) return false;
    return words.length > 1 ? lookAlikePattern(own).test(plain) : wholly(own)(plain);
  });
  return isOwn ? SPEAKS_FOR_US : null;
}

export interface OperatorNames {
  mailFrom: string | null;
  host: string | null;
}

/** True for a phrase that is all there is, but for signs, numbers and "the". */
function wholly(phrase: string): (plain: string) => boolean {
  const pattern = lookAlikePattern(phrase);
  return (plain) => {
    const found = pattern.exec(plain);
    if (found === null) return false;
    const rest = plain.slice(0, found.index) + plain.slice(found.index + found[0].length);
    return /^[^\p{L}]*(?:the)?[^\p{L}]*$/u.test(rest);
  };
}
