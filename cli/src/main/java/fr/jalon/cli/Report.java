package fr.jalon.cli;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.repair.RepairStep;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What the commands say to a person. */
final class Report {
  private Report() {}

  static String notFound(Path file) {
    return "Je ne trouve pas de fichier lisible à cet endroit\u202f: " + file;
  }

  static void print(Inspection inspection, PrintStream out) {
    out.println(inspection.name());
  }

  static void printRepaired(
      List<RepairStep> accepted, Path target, Export.Written written, PrintStream out) {
    out.println(target + "\u202f: " + written.rows());
    accepted.forEach(step -> out.println("  " + step.id()));
  }
}
