package fr.jalon.portal.catalog;

import fr.jalon.portal.storage.StoredFileUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files the catalog needs: those of every version published, withdrawn or rehearsed, and those
 * made of them since, but not of those erased nor of rehearsals that another took the place of.
 */
@Component
class CatalogFiles implements StoredFileUser {
  private final JdbcClient jdbc;

  CatalogFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean uses(String sha256) {
    return jdbc.sql(
            """
            select exists (
              select 1 from catalog.distribution f join catalog.version v on v.id = f.version_id
              where f.sha256 = :sha256 and v.erased_at is null
                and (v.number is not null
                  or exists (select 1 from catalog.dataset d where d.sandbox_version = v.id))
              union all
              select 1 from catalog.made_file f join catalog.version v on v.id = f.version_id
              where f.sha256 = :sha256 and v.erased_at is null)
            """)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }
}
