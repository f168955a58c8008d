package fr.jalon.portal.database;

import java.nio.file.Path;

/** A process that starts the server of a folder and waits to be killed. */
final class EmbeddedPostgresProcess {
  private EmbeddedPostgresProcess() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres.start(
        Path.of(arguments[0]),
        PostgresBinaries.unpackedIn(Path.of(arguments[1])),
        ServerAccount.find());
    System.out.println("READY");
    Thread.sleep(120_000);
  }
}
