package fr.jalon.portal;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties the rooms' tables before each test class, so that no class sees another's rows. */
final class EmptyTables implements BeforeAllCallback {
  /** Two that wait for each other are told so within a second. */
  private static final int TRIES = 10;

  @Override
  public void beforeAll(ExtensionContext context) {
    JdbcClient jdbc = SpringExtension.getApplicationContext(context).getBean(JdbcClient.class);
    List<String> tables =
        jdbc.sql(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'organization')
                  and tablename not like 'flyway%'
                """)
            .query(String.class)
            .list();
    if (!tables.isEmpty()) {
      empty(jdbc, "truncate " + String.join(", ", tables) + " cascade");
    }
  }

  /** Again when it meets somebody at work, as a portal that fills its demonstration. */
  private static void empty(JdbcClient jdbc, String truncate) {
    for (int tries = 1; ; tries++) {
      try {
        jdbc.sql(truncate).update();
        return;
      } catch (PessimisticLockingFailureException met) {
        if (tries == TRIES) {
          throw met;
        }
      }
    }
  }
}
