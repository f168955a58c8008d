package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes a table of ours, so that the first person's file does not wait for the JVM to
 * compile what it needs: an ordinary file of 10 MB is read in about half the time afterwards.
 */
final class WarmUp {
  private static final int ROWS = 12_000;
  private static final int ROUNDS = 5;

  private WarmUp() {}

  static void run(Path work) throws IOException {
    Path table = work.resolve("warm-up.csv");
    write(table);
    Source source = new Source(table, "warm-up.csv", Files.size(table), work);
    for (int round = 0; round < ROUNDS; round++) {
      Inspection inspection =
          Engine.inspect(source, InspectOptions.NONE, ParisTime.CLOCK, Progress.NONE);
      Engine.repair(
          source, InspectOptions.NONE, inspection.proposals(), ParisTime.CLOCK, Progress.NONE);
    }
  }

  /** As Excel writes it in a town hall: its letters, its dates and its commas. */
  private static void write(Path table) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(table, Charset.forName("windows-1252"))) {
      out.write(
          "Relevé du service technique;;;;;\r\n"
              + "identifiant;commune;date;montant;adresse;latitude\r\n");
      for (int row = 0; row < ROWS; row++) {
        out.write(
            "É-%05d;%s;%02d/%02d/20%02d;%d,%02d;%d rue des Érables;47,%06d\r\n"
                .formatted(
                    row,
                    row % 3 == 0 ? "Orléans" : "Chécy ",
                    row % 28 + 1,
                    row % 12 + 1,
                    row % 22,
                    row * 7 % 9999,
                    row % 100,
                    row % 200,
                    row * 31 % 999_999));
      }
    }
  }
}
