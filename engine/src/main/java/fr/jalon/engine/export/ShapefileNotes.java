package fr.jalon.engine.export;

import java.util.ArrayList;
import java.util.List;

/** The page in the archive of a shapefile that says what the format made of the table. */
final class ShapefileNotes {
  private ShapefileNotes() {}

  static String of(List<ExportColumn> columns, ShapefilePlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("Ce shapefile est fait de la table publiée. Coordonnées : WGS 84. Textes : UTF-8.");
    lines.add("Le format a des limites : 2 Go par fichier, 10 octets par nom de colonne,");
    lines.add("254 octets par texte, une seule sorte de forme par fichier.");
    lines.add("Le CSV et le GeoPackage du même jeu de données ont tout en entier.");
    if (plan.kinds().size() > 1) {
      lines.add("");
      lines.add("Les formes sont de plusieurs sortes : il y a un fichier pour chacune.");
    }
    if (plan.collections() > 0) {
      lines.add("");
      lines.add(
          "Lignes écrites sans leur forme, qui est un assemblage de plusieurs sortes : "
              + plan.collections());
    }
    lines.add("");
    lines.add("Nom dans le shapefile ; nom de la colonne ; textes coupés");
    for (DbfField field : plan.fields()) {
      lines.add(
          field.name()
              + " ; "
              + columns.get(field.column()).name()
              + " ; "
              + (field.kind() == 'C' ? field.cut() : 0));
    }
    return String.join("\r\n", lines) + "\r\n";
  }
}
