/** Holds every reviewed file to the checks of the intake door, and every changed record to a correction with a reason. */
import { z } from 'zod';
import type { Codebook } from '../domain/record/metric.ts';
import { Source } from '../domain/record/source.ts';
import { Topic } from '../domain/record/topic.ts';
import { admitMetrics, admitUnits } from '../validation/codebook-entry.ts';
import { admitImport } from '../validation/import.ts';
import { type FileRecord, RecordFile } from '../validation/record-file.ts';
import { type Problem, parseWith } from '../validation/verdict.ts';
import { type DataFiles, LOCK, readData, type TopicFiles } from './data-files.ts';
import { lockOf } from './record-lock.ts';

/** Failures as lines "file: field: how to mend it"; none when the data is good. */
export async function checkData(root?: string): Promise<string[]> {
  const data = await readData(root);
  const codebook = checkCodebook(data.codebook);
  const sources = checkSources(data.sources);
  const known = new Map(sources.sources.map((source) => [source.id, source]));
  return [
    ...codebook.failures,
    ...sources.failures,
    ...data.topics.flatMap((files) => checkTopic(files, known, codebook.codebook)),
    ...checkLock(data),
  ];
}

const Lists = z.strictObject({ units: z.array(z.unknown()).min(1), metrics: z.array(z.unknown()).min(1) });

/** As a new site would take it: units first, then metrics that may name one another. */
function checkCodebook(raw: unknown): { codebook: Codebook; failures: string[] } {
  const empty = { metrics: new Map(), units: new Map(), definitions: new Map() };
  const place = 'data/codebook.json';
  const parsed = parseWith(Lists, raw);
  if (!parsed.ok) return { codebook: empty, failures: lines(place, parsed.problems) };
  const isUsed = () => false;
  const units = admitUnits({ items: parsed.value.units }, { codebook: empty, isUsed });
  if (!units.ok) return { codebook: empty, failures: lines(`${place}: units`, units.problems) };
  const known = { ...empty, units: new Map(units.value.map((unit) => [unit.id, unit])) };
  const metrics = admitMetrics({ items: parsed.value.metrics }, { codebook: known, isUsed });
  if (!metrics.ok) return { codebook: known, failures: lines(`${place}: metrics`, metrics.problems) };
  return {
    codebook: { ...known, metrics: new Map(metrics.value.map((metric) => [metric.id, metric])) },
    failures: [],
  };
}

function checkSources(raw: unknown): { sources: Source[]; failures: string[] } {
  const parsed = parseWith(z.array(Source), raw);
  if (!parsed.ok) return { sources: [], failures: lines('data/sources.json', parsed.problems) };
  const ids = new Set<string>();
  const failures: string[] = [];
  for (const { id } of parsed.value) {
    if (ids.has(id)) failures.push(`data/sources.json: ${id}: this id stands twice; ids are never reused`);
    ids.add(id);
  }
  for (const { id, within } of parsed.value) {
    if (within !== null && !ids.has(within))
      failures.push(`data/sources.json: ${id}.within: there is no source "${within}"`);
  }
  return { sources: parsed.value, failures };
}

function checkTopic(
  { slug, topic: raw, files }: TopicFiles,
  sources: ReadonlyMap<string, Source>,
  codebook: Codebook,
): string[] {
  const place = `data/topics/${slug}`;
  const topic = parseWith(Topic, raw);
  if (!topic.ok) return lines(`${place}/topic.json`, topic.problems);
  if (topic.value.slug !== slug) return [`${place}/topic.json: slug: the folder is called "${slug}"`];
  const failures: string[] = [];
  const claims: unknown[] = [];
  const places: string[] = [];
  const seen = new Set<string>();
  for (const { path, name, records } of files) {
    const parsed = parseWith(RecordFile, records);
    if (!parsed.ok) {
      failures.push(...lines(path, parsed.problems));
      continue;
    }
    for (const [at, record] of parsed.value.entries()) {
      if (!record.id.startsWith(name))
        failures.push(`${path}: ${at}.id: start the id with the file's name, "${name}"`);
      if (seen.has(record.id))
        failures.push(`${path}: ${at}.id: "${record.id}" stands twice; ids are never reused`);
      seen.add(record.id);
      places.push(`${path}: ${at}`);
    }
    claims.push(...(records as unknown[]));
  }
  if (failures.length > 0) return failures;
  const now = new Date().toISOString();
  const admitted = admitImport(
    { batch: 'check', topic: topic.value, claims },
    { held: null, sources, codebook, now },
  );
  if (admitted.ok) return [];
  return admitted.problems.map(({ path, message }) => {
    const [, at, ...field] = path.split('.');
    return `${places[Number(at)] ?? place}.${field.join('.')}: ${message}`;
  });
}

/** A record may change only with a further correction; it may never vanish. */
function checkLock({ topics, lock }: DataFiles): string[] {
  const failures: string[] = [];
  const held = new Set<string>();
  for (const { slug, files } of topics) {
    for (const { path, records } of files) {
      for (const record of (Array.isArray(records) ? records : []) as z.input<typeof FileRecord>[]) {
        const key = `${slug}/${record.id}`;
        held.add(key);
        const [locked, now] = [lock[key], lockOf(record)];
        if (locked === now) continue;
        if (locked === undefined)
          failures.push(`${path}: ${record.id}: new record; run "npm run data:lock" to seal it`);
        else if (Number(now.split('#')[1]) <= Number(locked.split('#')[1])) {
          failures.push(
            `${path}: ${record.id}: changed without a reason; add {"on", "reason", "was": {field: old value}} to its "corrections"`,
          );
        } else failures.push(`${path}: ${record.id}: corrected; run "npm run data:lock" to seal it`);
      }
    }
  }
  for (const key of Object.keys(lock)) {
    if (!held.has(key))
      failures.push(`${LOCK}: ${key}: the record is gone; put it back and void it with a reason`);
  }
  return failures;
}

const lines = (place: string, problems: Problem[]): string[] =>
  problems.map(({ path, message }) => `${place}: ${path === '' ? '' : `${path}: `}${message}`);
