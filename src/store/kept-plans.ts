import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** Parameters of a statement whose plan is kept, at most. Those of many documents have more, and are seldom the same. */
const mostParameters = 50;

/**
 * The pool, whose connections keep the plans of their statements: those that save a document are the same for each, and
 * PostgreSQL plans some of them as long as it carries them out.
 */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `kyhop_${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    async connect() {
      const connection = await pool.connect();
      const query = (text: string, parameters: readonly unknown[]) => {
        const values = [...parameters];
        const isKept = values.length > 0 && values.length <= mostParameters;
        return connection.query(isKept ? { name: nameOf(text), text, values } : { text, values });
      };
      return {
        // of its two forms the one without a cursor: no cursor is configured
        query: query as unknown as PostgresPoolClient["query"],
        release: (isBroken) => connection.release(isBroken),
      };
    },
    end: () => pool.end(),
  };
}
