// `npm run mutate`: breaks one line at a time and looks whether a test notices; fails where fewer than 95 of 100 are noticed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type MutantOutcome, openLane } from './mutant-lane.ts';
import { faultOf, keyOf, MUTANTS, type RoomMutant, readMutants } from './mutants.ts';
import { CommandRefusal, inProject, runCommand } from './project.ts';

const LEAST = 0.95;
const KEPT = '.cache/mutants/outcomes.json';

/**
 * `--only PATTERN` in room, file or reason; `--resume` leaves out what was killed before; `--lanes N` at once; `--show`
 * prints what the tests said; `--unproven` spares the first run of all tests, for whoever has just seen them pass.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    resume: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '2' },
    show: { type: 'boolean', default: false },
    unproven: { type: 'boolean', default: false },
  },
});

await runCommand(async () => {
  const wanted = new RegExp(options.only ?? '', 'i');
  const chosen = (await readMutants()).filter(({ room, file, why }) => wanted.test(`${room} ${file} ${why}`));
  if (chosen.length === 0) throw new CommandRefusal(`No mutant of ${MUTANTS} fits "${options.only}".`);
  const faults = await Promise.all(chosen.map(faultOf));
  // What cannot be tried kills nothing: it counts against the list.
  for (const fault of faults) if (fault !== null) console.error(fault);
  if (!existsSync(inProject('dist/manifest.json'))) throw new CommandRefusal('Build first: npm run build');

  const outcomes = readKept();
  const killed = (mutant: RoomMutant) =>
    outcomes[keyOf(mutant)] !== undefined && outcomes[keyOf(mutant)] !== 'survived';
  const pending = chosen.filter((mutant, at) => faults[at] === null && !(options.resume && killed(mutant)));
  const lanes = Array.from({ length: Number(options.lanes) || 1 }, (_, at) => openLane(`lane-${at + 1}`));
  const tests = [...new Set(pending.flatMap((mutant) => mutant.tests))];
  if (!options.unproven && tests.length > 0) {
    console.log(`${pending.length} mutants; first their ${tests.length} test files as they are …`);
    const shares = lanes.map((lane, at) => ({ lane, own: tests.filter((_, n) => n % lanes.length === at) }));
    const proofs = await Promise.all(
      shares.filter(({ own }) => own.length > 0).map(({ lane, own }) => lane.isSound(own)),
    );
    const failing = proofs.find(({ ok }) => !ok);
    if (failing)
      throw new CommandRefusal(`These tests fail without any mutant:\n${failing.output.slice(-4_000)}`);
  }
  const queue = [...pending];
  let done = 0;
  const work = async (lane: (typeof lanes)[number]): Promise<void> => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const started = performance.now();
      const { outcome, output } = await lane.attempt(mutant);
      outcomes[keyOf(mutant)] = outcome;
      writeFileSync(inProject(KEPT), JSON.stringify(outcomes, null, 1));
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      console.log(
        `${++done}/${pending.length} ${outcome.padEnd(8)} ${seconds} s  ${mutant.room}: ${mutant.why}`,
      );
      if (options.show) console.log(output);
    }
  };
  await Promise.all(lanes.map(work));
  report(chosen, (mutant) => faults[chosen.indexOf(mutant)] === null && killed(mutant));
});

function report(chosen: readonly RoomMutant[], killed: (mutant: RoomMutant) => boolean): void {
  const survivors = chosen.filter((mutant) => !killed(mutant));
  const ratio = (chosen.length - survivors.length) / chosen.length;
  for (const { file, find, replace, why } of survivors)
    console.log(`\nSURVIVED  ${why}\n  ${file}\n  - ${find}\n  + ${replace}`);
  console.log(
    `\n${chosen.length - survivors.length} of ${chosen.length} killed (${(100 * ratio).toFixed(1)} %).`,
  );
  if (ratio < LEAST) process.exitCode = 1;
}

/** Outcomes of earlier runs by mutant; none where there were none. */
function readKept(): Record<string, MutantOutcome> {
  return existsSync(inProject(KEPT))
    ? (JSON.parse(readFileSync(inProject(KEPT), 'utf8')) as Record<string, MutantOutcome>)
    : {};
}
