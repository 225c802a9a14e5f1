// The plain log of what was entered by hand, and what follows from it by docs and domain rules
// alone: nothing here comes from the app.

export interface LoggedMood {
  at: string;
  mood: number;
  energy?: number;
  worry?: number;
  feelings: string[];
  body: string[];
  note?: string;
}

export interface LoggedNight {
  tried: string;
  woke: string;
  fallAsleep?: number;
  awakenings?: number;
  awake?: number;
  quality?: number;
  estimate?: boolean;
}

export interface LoggedDay {
  moods: LoggedMood[];
  night?: LoggedNight;
  routine: Record<string, 'done' | 'some'>;
  school?: { kind: string; planned: number; attended: number };
  moments: { what: string; strengths: string[]; own?: string }[];
}

export interface Log {
  name: string;
  days: Record<string, LoggedDay>;
  /** Whether "how long is a school day" was asked. */
  asked?: boolean;
}

export function dayOf(log: Log, date: string): LoggedDay {
  log.days[date] ??= { moods: [], routine: {}, moments: [] };
  return log.days[date];
}

export function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 for Monday. */
export function weekday(date: string): number {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
}

export function dates(from: string, to: string): string[] {
  const all = [];
  for (let date = from; date <= to; date = plus(date, 1)) all.push(date);
  return all;
}

/** Minutes of a night in Helsinki: from trying to sleep to waking, clock changes and all. */
export function nightMinutes(date: string, night: LoggedNight): number {
  const eve = night.tried >= night.woke ? plus(date, -1) : date;
  return (instant(date, night.woke) - instant(eve, night.tried)) / 60_000;
}

function instant(date: string, clock: string): number {
  const utc = Date.parse(`${date}T${clock}Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' });
  // The first of the two offsets that shows this reading.
  const hour = 3_600_000;
  const found = [3, 2].map((east) => utc - east * hour).find((at) => shown.format(at) === `${date} ${clock}`);
  return found ?? utc - 3 * hour;
}

/** "7 h 50", "8 h", "45 min". */
export function spoken(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

export const toFive = (minutes: number) => Math.round(minutes / 5) * 5;
export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 24 Nov. */
export function short(date: string): string {
  const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${date}T12:00Z`));
}

const SCHOOL_DAYS_ONLY = ['Bag packed', 'One school task'];
const ITEMS = 10;

/** Everything that a meeting sheet over these dates has to say. */
export function figures(log: Log, from: string, to: string) {
  const span = dates(from, to);
  const days = span.map((date) => ({ date, ...(log.days[date] ?? { moods: [], routine: {}, moments: [] }) }));
  const strengths = new Map<string, number>();
  for (const moment of days.flatMap((day) => day.moments)) {
    for (const name of [...moment.strengths, ...(moment.own ? [moment.own] : [])]) {
      strengths.set(name, (strengths.get(name) ?? 0) + 1);
    }
  }
  const moods = days.flatMap((day) => day.moods.map((mood) => ({ date: day.date, ...mood })));
  const nights = days.flatMap((day) =>
    day.night ? [{ date: day.date, ...day.night, minutes: nightMinutes(day.date, day.night) }] : [],
  );
  const ticked = days.filter((day) => Object.keys(day.routine).length > 0);
  const routine = ticked.map((day) => ({
    date: day.date,
    due: weekday(day.date) < 5 ? ITEMS : ITEMS - SCHOOL_DAYS_ONLY.length,
    done: Object.values(day.routine).filter((level) => level === 'done').length,
    some: Object.values(day.routine).filter((level) => level === 'some').length,
  }));
  return { span, days, strengths, moods, nights, routine, school: school(days) };
}

type Dated = LoggedDay & { date: string };

/** Time at school after domain.md: a day of no school is none, illness counts and is told apart. */
function school(days: Dated[]) {
  const planned = days.filter((day) => weekday(day.date) < 5 || day.school).filter((day) => day.school?.kind !== 'no_school');
  const logged = planned.filter((day) => day.school);
  const attended = (day: Dated) => Math.min(day.school!.attended, day.school!.planned);
  const sum = (list: Dated[], of: (day: Dated) => number) => list.reduce((total, day) => total + of(day), 0);
  const weeks = new Map<string, number | undefined>();
  for (const day of days) {
    const monday = plus(day.date, -weekday(day.date));
    const counts = logged.includes(day);
    weeks.set(monday, counts ? (weeks.get(monday) ?? 0) + attended(day) : weeks.get(monday));
  }
  const coverage = logged.length / planned.length;
  const share = 1 - sum(logged, attended) / sum(logged, (day) => day.school!.planned);
  const kind = (name: string) => logged.filter((day) => day.school!.kind === name);
  return {
    planned: planned.length,
    logged: logged.length,
    coverage,
    share: coverage >= 0.8 ? share : undefined,
    weeks,
    remote: sum(kind('remote'), attended),
    ill: kind('ill').length,
    atHome: kind('at_home').length,
  };
}
