/** The codebook as a reader meets it: a metric's words, and why another is not set beside it. */
import { CODEBOOK, isMetric } from '../domain/record/metric.ts';
import { wordsOf } from './words/words.ts';

export interface MetricWords {
  label: string;
  definition: string;
  /** By the metric that is not set beside it. */
  apart: Readonly<Record<string, string>>;
}

/** Null for a metric that the codebook does not hold. */
export const metricWords = (id: string, lang: string): MetricWords | null =>
  isMetric(id) ? wordsOf(lang).codebook[id] : null;

/** Each metric with its definition and why others are not set beside it. */
export const codebookRows = (lang: string): { label: string; definition: string; apart: string }[] =>
  Object.keys(CODEBOOK).flatMap((id) => {
    const words = metricWords(id, lang);
    return words === null ? [] : { ...words, apart: Object.values(words.apart).join(' ') };
  });
