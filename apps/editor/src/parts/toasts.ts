/** A sentence that passes by, with at most one thing to do about it. */
export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

const STAYS_MS = 8_000;

/** The passing messages of the page, the newest last. */
export class Toasts {
  private toasts: readonly Toast[] = [];
  private count = 0;
  private readonly listeners = new Set<() => void>();

  readonly all = (): readonly Toast[] => this.toasts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  show(toast: Omit<Toast, 'id'>): void {
    const id = (this.count += 1);
    this.set([...this.toasts.slice(-2), { ...toast, id }]);
    setTimeout(() => {
      this.dismiss(id);
    }, STAYS_MS);
  }

  readonly dismiss = (id: number): void => {
    this.set(this.toasts.filter((toast) => toast.id !== id));
  };

  private set(toasts: readonly Toast[]): void {
    this.toasts = toasts;
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new Toasts();
