/** The codebook as a reader meets it: a metric's words, and why another is not set beside it. */
import type { Codebook, Metric } from '../domain/record/metric.ts';
import { textFor } from '../domain/record/translated.ts';

export interface MetricWords {
  label: string;
  definition: string;
  /** By the metric that is not set beside it. */
  apart: Readonly<Record<string, string>>;
}

/** Null for a metric that the log does not hold. */
export function metricWords(id: string, { metrics }: Codebook, lang: string): MetricWords | null {
  const metric = metrics.get(id);
  return metric === undefined ? null : wordsIn(metric, lang);
}

/** A metric's texts as a reader of `lang` is shown them. */
export function wordsIn({ label, definition, apart }: Metric, lang: string): MetricWords {
  return {
    label: textFor(label, lang),
    definition: textFor(definition, lang),
    apart: Object.fromEntries(apart.map(({ metric, why }) => [metric, textFor(why, lang)])),
  };
}

/** Each metric with its definition and why others are not set beside it. */
export const codebookRows = (
  metrics: readonly Metric[],
  lang: string,
): { label: string; definition: string; apart: string }[] =>
  metrics.map((metric) => {
    const { apart, ...words } = wordsIn(metric, lang);
    return { ...words, apart: Object.values(apart).join(' ') };
  });
