/** Why something that a reader sent cannot be taken. English is the API's own; another language fills every key. */
import { type FormRefusal, REFUSALS } from '../../../domain/refusals.ts';

export const refusals: Readonly<Record<FormRefusal, string>> = REFUSALS;
