/** What a person changed in a preview, by place. Never mutated: each change gives a new one. */
import type { ELEMENT_CHOICES, ScriptCorrections } from '@tramline/wire';

type Choice = (typeof ELEMENT_CHOICES)[number] | null;

export class Corrections {
  readonly #types: ReadonlyMap<number, Choice>;
  readonly #restored: ReadonlySet<number>;

  constructor(types: ReadonlyMap<number, Choice> = new Map(), restored: ReadonlySet<number> = new Set()) {
    this.#types = types;
    this.#restored = restored;
  }

  /** The kind chosen for an element; null when it is left out, undefined when nothing was changed. */
  typeOf(at: number): Choice | undefined {
    return this.#types.get(at);
  }

  setType(at: number, type: Choice): Corrections {
    return new Corrections(new Map(this.#types).set(at, type), this.#restored);
  }

  isRestored(at: number): boolean {
    return this.#restored.has(at);
  }

  /** Takes back what was left out, or leaves it out again. */
  restore(at: number): Corrections {
    const restored = new Set(this.#restored);
    if (!restored.delete(at)) restored.add(at);
    return new Corrections(this.#types, restored);
  }

  /** As the import reads them. */
  get asData(): ScriptCorrections {
    return { types: [...this.#types].map(([at, type]) => ({ at, type })), restored: [...this.#restored] };
  }

  get isEmpty(): boolean {
    return this.#types.size === 0 && this.#restored.size === 0;
  }
}
