/** The jobs of a transaction while it is built: a unit may have several, until they are merged. systemd: src/core/transaction.c */
import type { Unit } from "../unit.ts";
import { type Job, type JobType, newJob } from "./job.ts";
import type { DeletedJob } from "./transaction.ts";

/** Changes as the steps of a transaction go on. */
export class Jobs {
  readonly deleted: DeletedJob[] = [];
  private readonly byUnit = new Map<Unit, Job[]>();
  private readonly anchors = new Set<Job>();

  units(): readonly Unit[] {
    return [...this.byUnit.keys()];
  }

  all(): readonly Job[] {
    return [...this.byUnit.values()].flat();
  }

  of(unit: Unit): readonly Job[] {
    return this.byUnit.get(unit) ?? [];
  }

  /** The newest job of a unit stands for all of them where order matters. */
  first(unit: Unit): Job | undefined {
    return this.byUnit.get(unit)?.[0];
  }

  has(unit: Unit): boolean {
    return this.byUnit.has(unit);
  }

  isAnchor(job: Job): boolean {
    return this.anchors.has(job);
  }

  anchor(job: Job): void {
    this.anchors.add(job);
  }

  /** The job of this type, made where there is none. systemd: transaction_add_one_job() */
  add(unit: Unit, type: JobType): { job: Job; isNew: boolean } {
    const known = this.byUnit.get(unit);
    const same = known?.find(job => job.type === type);
    if (same !== undefined) return { job: same, isNew: false };
    const job = newJob(unit, type);
    if (known === undefined) this.byUnit.set(unit, [job]);
    else known.unshift(job);
    return { job, isNew: true };
  }

  /** Whether any job of the unit matters. systemd: job_matters_to_anchor() */
  matters(unit: Unit): boolean {
    return this.of(unit).some(({ matters }) => matters);
  }

  /** Marks what the anchors cannot do without, directly or through others. */
  markMattering(): void {
    const queue = [...this.anchors];
    for (const job of queue) job.matters = true;
    for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
      for (const { matters, of } of job.asks) {
        if (!matters || of.matters) continue;
        of.matters = true;
        queue.push(of);
      }
    }
  }

  /** Takes a job out; what it asked for may be left without a reason. */
  remove(job: Job): void {
    const left = this.of(job.unit).filter(other => other !== job);
    if (left.length === 0) this.byUnit.delete(job.unit);
    else this.byUnit.set(job.unit, left);
    for (const link of job.asks) link.of.askedBy.delete(link);
    for (const link of job.askedBy) link.by.asks.delete(link);
    job.asks.clear();
    job.askedBy.clear();
    this.anchors.delete(job);
  }

  /** Takes a job out for a reason, and with it all that cannot do without it. systemd: transaction_unlink_job() */
  drop(job: Job, because: DeletedJob["because"]): void {
    const queue: { job: Job; because: DeletedJob["because"] }[] = [{ job, because }];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const dropped = next.job;
      if (!this.of(dropped.unit).includes(dropped)) continue;
      for (const { matters, by } of dropped.askedBy)
        if (matters) queue.push({ job: by, because: { dependencyOf: dropped } });
      this.deleted.push({ unit: dropped.unit, type: dropped.type, because: next.because });
      this.remove(dropped);
    }
  }

  /**
   * Drops what nothing asks for any more. Of a unit that has several jobs systemd looks at the newest alone, so that an older one may
   * stay without a reason. systemd: transaction_collect_garbage()
   */
  collectGarbage(): void {
    const queue = [...this.units()];
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      const job = this.first(unit);
      if (job === undefined || job.askedBy.size > 0 || this.isAnchor(job)) continue;
      queue.push(unit, ...[...job.asks].map(({ of }) => of.unit));
      this.remove(job);
    }
  }

  /** Makes one job of all those of a unit. systemd: transaction_merge_and_delete_job() */
  merge(unit: Unit, type: JobType): void {
    const [first, ...others] = this.of(unit);
    const kept = others.find(job => this.isAnchor(job)) ?? first;
    if (kept === undefined || first === undefined) return;
    for (const job of [first, ...others]) {
      if (job === kept) continue;
      kept.matters ||= job.matters;
      if (this.isAnchor(job)) this.anchor(kept);
      for (const link of job.asks) {
        link.by = kept;
        kept.asks.add(link);
      }
      for (const link of job.askedBy) {
        link.of = kept;
        kept.askedBy.add(link);
      }
      job.asks.clear();
      job.askedBy.clear();
      this.remove(job);
    }
    kept.type = type;
  }
}
