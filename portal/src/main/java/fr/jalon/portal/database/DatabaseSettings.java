package fr.jalon.portal.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url JDBC address of a PostgreSQL server ({@code jdbc:postgresql://host/base}); empty to
 *     run the one Jalon brings along
 * @param user of that server
 * @param password of that user
 * @param folder where the server Jalon brings along keeps its data, its password and its logs
 * @param binaries where its programs are unpacked; empty for inside {@code folder}
 * @param connections the most connections kept open to the server
 */
@ConfigurationProperties("jalon.database")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("data/postgres") Path folder,
    @DefaultValue("") String binaries,
    @DefaultValue("12") @Min(2) @Max(200) int connections) {
  boolean embedded() {
    return url.isBlank();
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return embedded() ? "embedded in " + folder : url + " as " + user;
  }
}
