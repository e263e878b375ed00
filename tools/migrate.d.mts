/** Applies the migrations in `dir` to a database; the names of those that were new. */
export function migrate(url: string, dir: string): Promise<string[]>;
