package fr.jalon.portal.deposit;

import fr.jalon.portal.storage.StoredFileUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files deposits need: each original, its rows as they were read and what was written from it
 * until it is published. From then on what was written is the catalog's, which may erase it.
 */
@Component
class DepositFiles implements StoredFileUser {
  private final JdbcClient jdbc;

  DepositFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean uses(String sha256) {
    return jdbc.sql(
            """
            select exists (
              select 1 from deposit.deposit
              where (:sha256 in (file_sha256, rows_sha256) and erased_at is null)
                or (published_at is null and strpos(export, :sha256) > 0))
            """)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }
}
