package fr.jalon.portal.catalog;

import fr.jalon.engine.query.Rows;
import fr.jalon.engine.query.RowsSettings;
import fr.jalon.portal.storage.Storage;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the engine's rows over the store. */
@Configuration(proxyBeanMethods = false)
class RowsConfiguration {
  /** May read the store and nothing else; large sorts spill in a work folder. */
  @Bean(destroyMethod = "close")
  Rows rows(Storage storage) throws IOException {
    return new Rows(RowsSettings.of(storage.folder(), storage.newFolder()));
  }
}
