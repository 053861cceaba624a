/** A subject whose figures are disputed: its title, our summary, its families and its measures. */
import { z } from 'zod';
import { Lang, USUAL_LANGUAGE } from '../figure/value.ts';
import { label } from '../text.ts';
import { Id, Measure } from './measure.ts';

export const Family = z.strictObject({ id: Id, label: label(120) });
export type Family = z.output<typeof Family>;

export const Topic = z
  .strictObject({
    slug: Id,
    title: label(120, { least: 3 }),
    summary: label(400, { least: 10 }),
    language: Lang.default(USUAL_LANGUAGE),
    lead: Id,
    families: z.array(Family).min(1).max(200),
    measures: z.array(Measure).min(1).max(1_000),
  })
  .superRefine((topic, context) => {
    const families = new Set(topic.families.map((family) => family.id));
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (!families.has(topic.lead))
      say(['lead'], `The lead family "${topic.lead}" is not among the families.`);
    const seen = new Set<string>();
    topic.measures.forEach((measure, at) => {
      if (!families.has(measure.family)) {
        say(['measures', at, 'family'], `The family "${measure.family}" is not among the topic's families.`);
      }
      if (seen.has(measure.id)) say(['measures', at, 'id'], `Two measures are called "${measure.id}".`);
      seen.add(measure.id);
    });
  });
export type Topic = z.output<typeof Topic>;
