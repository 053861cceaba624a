/** What may be counted: every metric and unit, each metric with its earlier definitions, and forms that add to them. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readDeskCodebook, readDeskMetric, writeMetric, writeUnit } from '../../app/desk/codebook.ts';
import type { Metric } from '../../domain/record/metric.ts';
import type { Unit } from '../../domain/record/unit.ts';
import { seeOther } from '../../http/private-page.ts';
import { wordsIn } from '../../projections/codebook.ts';
import { apartOf, MetricForm, textsOf, UnitForm } from './codebook-form.tsx';
import { deskGate, deskPath, refusal } from './desk-gate.tsx';
import { deskPage, type Seat } from './desk-page.tsx';

const HERE = '/desk/codebook';

export function codebookRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/codebook */
  routes.get(
    HERE,
    gate.page('editor', async (_, at) => {
      const { metrics, units } = await readDeskCodebook(deps);
      return deskPage(
        { title: 'Codebook', path: HERE, at },
        <>
          <h1>What may be counted</h1>
          <MetricTable metrics={metrics} />
          <h2>Another metric</h2>
          <MetricForm at={at} metric={null} back={HERE} />
          <h2>Units</h2>
          <p>{units.map(unitWords).join(' · ')}</p>
          <p class="fine">
            Currencies by their ISO 4217 code and units of Intl (hectare, day, percent) need no entry.
          </p>
          <h2>Another unit</h2>
          <UnitForm at={at} back={HERE} />
        </>,
      );
    }),
  );

  /** GET /desk/codebook/metrics/:id */
  routes.get(
    `${HERE}/metrics/:id`,
    gate.page('editor', async (c, at) => {
      const found = await readDeskMetric(deps, c.req.param('id') ?? '');
      if (found === null) return refusal(at, 404, 'There is no such metric.', HERE);
      return metricPage(at, found.metric, found.earlier);
    }),
  );

  /** POST /desk/codebook/{metrics,units} */
  for (const kind of ['metric', 'unit'] as const) {
    routes.post(
      `${HERE}/${kind}s`,
      gate.form('editor', async (_, at, form) => {
        const entry = { actor: at.editor.name, id: given(form, 'id') ?? '' };
        const back = deskPath(form.get('back'));
        const written =
          kind === 'metric'
            ? await writeMetric(deps, { ...entry, body: metricOf(form) })
            : await writeUnit(deps, { ...entry, body: unitOf(form) });
        if (written.kind !== 'refused') return seeOther(back);
        const said = written.problems.map(({ path, message }) => `${path}: ${message}`).join(' ');
        return refusal(at, 422, `${said} Nothing was changed.`, back);
      }),
    );
  }

  return routes;
}

const metricPage = (at: Seat, metric: Metric, earlier: readonly Metric[]): Response =>
  deskPage(
    { title: wordsIn(metric, 'en').label, path: HERE, at },
    <>
      <h1>
        <bdi>{wordsIn(metric, 'en').label}</bdi>
      </h1>
      <p>
        <code>{metric.id}</code>, version {metric.version}. Another definition is version {metric.version + 1}
        ; claims keep the one they were recorded under.
      </p>
      <MetricForm at={at} metric={metric} back={`${HERE}/metrics/${metric.id}`} />
      {earlier.length > 0 && <h2>Earlier definitions</h2>}
      <ul>
        {earlier.map((old) => (
          <li>
            {old.version}: <bdi>{wordsIn(old, 'en').definition}</bdi>
          </li>
        ))}
      </ul>
    </>,
  );

const MetricTable = ({ metrics }: { metrics: readonly Metric[] }) => (
  <table class="plain">
    <thead>
      <tr>
        <th>Metric</th>
        <th>Definition</th>
        <th>Counted in</th>
        <th>Version</th>
      </tr>
    </thead>
    <tbody>
      {metrics.map((metric) => (
        <tr>
          <td>
            <a href={`${HERE}/metrics/${metric.id}`}>
              <bdi>{wordsIn(metric, 'en').label}</bdi>
            </a>
          </td>
          <td>
            <bdi>{wordsIn(metric, 'en').definition}</bdi>
          </td>
          <td>
            {metric.quantity}
            {metric.unit && `, ${metric.unit}`}
          </td>
          <td>{metric.version}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const unitWords = ({ id, ucum, intl, currency }: Unit): string => {
  const code = ucum ?? intl ?? currency;
  return code === null ? id : `${id} (${code})`;
};

/** A field left empty is not given. */
const given = (form: URLSearchParams, name: string): string | null => form.get(name)?.trim() || null;

const metricOf = (form: URLSearchParams): object => ({
  label: textsOf(form.get('label') ?? '') ?? '',
  definition: textsOf(form.get('definition') ?? '') ?? '',
  quantity: given(form, 'quantity') ?? '',
  signed: form.get('signed') === 'yes',
  unit: given(form, 'unit'),
  apart: apartOf(form.get('apart') ?? ''),
});

const unitOf = (form: URLSearchParams): object => ({
  singular: textsOf(form.get('singular') ?? ''),
  plural: textsOf(form.get('plural') ?? ''),
  ucum: given(form, 'ucum'),
  intl: given(form, 'intl'),
});
