package fr.jalon.portal.catalog;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.export.Exported;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.WrittenFile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.UnreadableFile;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Datasets as town halls have them, written by the engine's own writers. */
public final class SampleDatasets {
  public static final UUID SOMEONE = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final Datasets datasets;
  private final Storage storage;
  private final Organizations organizations;

  SampleDatasets(Datasets datasets, Storage storage, Organizations organizations) {
    this.datasets = datasets;
    this.storage = storage;
    this.organizations = organizations;
  }

  /** What a dataset is made of, before it is written. */
  public record Sample(
      String publisher,
      Description description,
      List<ExportColumn> columns,
      int rows,
      IntFunction<List<String>> row) {
    public Sample titled(String title) {
      Description d = description;
      return new Sample(
          publisher,
          new Description(
              title,
              d.summary(),
              d.keywords(),
              d.theme(),
              d.territory(),
              d.license(),
              d.licenseReference(),
              d.frequency(),
              d.contactEmail(),
              d.period()),
          columns,
          rows,
          row);
    }

    /** The same with a mark in every text: title, summary, keywords and the last text column. */
    public Sample marked(String mark) {
      Description d = description;
      int texts =
          IntStream.range(0, columns.size())
              .filter(c -> columns.get(c).type() == ValueType.TEXT && columns.get(c).role() == null)
              .max()
              .orElseThrow();
      return new Sample(
          publisher,
          new Description(
              d.title() + " " + mark,
              "Avec " + mark + ". " + d.summary(),
              List.of(mark),
              d.theme(),
              d.territory(),
              d.license(),
              d.licenseReference(),
              d.frequency(),
              d.contactEmail(),
              d.period()),
          columns,
          rows,
          i -> {
            List<String> cells = new ArrayList<>(row.apply(i));
            cells.set(texts, mark + " " + cells.get(texts));
            return cells;
          });
    }

    public Sample withRows(int count) {
      return new Sample(publisher, description, columns, count, row);
    }
  }

  public Dataset publish(Sample sample) {
    Dataset dataset = putInSandbox(sample, null);
    Version version = dataset.sandbox();
    if (version == null) {
      throw new AssertionError("nothing in the sandbox");
    }
    return datasets.publish(dataset.id(), version.id(), SOMEONE);
  }

  /**
   * @param datasetId the dataset it renews, null for a new one
   */
  public Dataset putInSandbox(Sample sample, @Nullable UUID datasetId) {
    try {
      return datasets.putInSandbox(draft(sample, datasetId));
    } catch (IOException | UnreadableFile failed) {
      throw new AssertionError(failed);
    }
  }

  private SandboxVersion draft(Sample sample, @Nullable UUID datasetId)
      throws IOException, UnreadableFile {
    LocalAuthority publisher = organizations.findBySlug(sample.publisher()).orElseThrow();
    List<String> names = sample.columns().stream().map(ExportColumn::name).toList();
    ComputedTable table = new ComputedTable(names, sample.rows(), sample.row());
    Path folder = storage.newFolder();
    Exported exported = Exports.write(table, sample.columns(), folder, rows -> {});
    List<Distribution> files = new ArrayList<>();
    for (WrittenFile file : exported.files()) {
      var kept = storage.put(folder.resolve(file.file()));
      files.add(new Distribution(file.format(), kept.sha256(), kept.size(), file.rows()));
    }
    storage.removeFolder(folder);
    return new SandboxVersion(
        datasetId,
        publisher.id(),
        SOMEONE,
        sample.description(),
        dictionary(exported.columns(), sample),
        files,
        exported.rows(),
        null,
        List.of("37 dates écrites de 4 façons sont maintenant écrites 2022-03-12."),
        List.of("37 dates written in 4 ways are now written 2022-03-12."));
  }

  private static List<ColumnDescription> dictionary(List<ExportColumn> columns, Sample sample) {
    List<ColumnDescription> dictionary = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      ExportColumn column = columns.get(c);
      List<String> values = new ArrayList<>();
      for (int i = 0; i < sample.rows(); i++) {
        String value = sample.row().apply(i).get(c);
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
      Set<String> distinct = new HashSet<>(values);
      boolean numeric = column.type().isNumber();
      Comparator<String> order =
          numeric ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
      dictionary.add(
          new ColumnDescription(
              column.name(),
              column.type(),
              column.kind(),
              column.title(),
              "",
              column.role(),
              values.size(),
              distinct.size(),
              distinct.stream().min(order).orElse(null),
              distinct.stream().max(order).orElse(null)));
    }
    return dictionary;
  }

  public static Description description(
      String title, String summary, Theme theme, String... keywords) {
    return new Description(
        title,
        summary,
        List.of(keywords),
        theme,
        null,
        License.LICENCE_OUVERTE,
        null,
        UpdateFrequency.ANNUAL,
        "opendata@mairie.example",
        "2024");
  }

  /** Public trees of a town, each with its place. */
  public static Sample trees(int rows) {
    String[] species = {
      "Platane commun", "Tilleul argenté", "Érable plane", "Chêne pédonculé", "Marronnier d’Inde",
      "Charme commun", "Frêne élevé", "Cerisier du Japon", "Bouleau verruqueux", "Cèdre du Liban"
    };
    String[] streets = {
      "avenue de la Châtre",
      "rue Grande",
      "place de la République",
      "boulevard Croix-Normand",
      "rue de l’Indre",
      "allée du Parc Balsan"
    };
    return new Sample(
        "chateauroux",
        description(
            "Arbres du domaine public",
            "L’inventaire des arbres plantés sur les rues, places et parcs de la ville. Chaque"
                + " arbre a son espèce, son année de plantation, sa hauteur et sa position."
                + "\n\nLe service des espaces verts met l’inventaire à jour après chaque"
                + " campagne de taille.",
            Theme.ENVIRONMENT,
            "arbres",
            "espaces verts",
            "patrimoine"),
        List.of(
            column("id_arbre", ValueType.TEXT, Kinds.TEXT, "Identifiant de l’arbre"),
            column("espece", ValueType.TEXT, Kinds.TEXT, "Espèce"),
            column("hauteur_m", ValueType.DECIMAL, Kinds.DECIMAL, "Hauteur en mètres"),
            column("annee_plantation", ValueType.INTEGER, Kinds.YEAR, "Année de plantation"),
            column("date_releve", ValueType.DATE, Kinds.DATE, "Date du relevé"),
            column("remarquable", ValueType.BOOLEAN, Kinds.BOOLEAN, "Arbre remarquable"),
            column("adresse", ValueType.TEXT, Kinds.TEXT, "Adresse"),
            placed("longitude", "Longitude", Role.LONGITUDE),
            placed("latitude", "Latitude", Role.LATITUDE)),
        rows,
        i -> {
          Random random = new Random(i * 31L + 7);
          double spread = Math.pow(random.nextDouble(), 2) * 0.045;
          double angle = random.nextDouble() * 2 * Math.PI;
          boolean lost = i % 97 == 13;
          return List.of(
              "A%05d".formatted(i + 1),
              species[(int) Math.min(9, Math.abs(random.nextGaussian()) * 3.4)],
              String.format(Locale.ROOT, "%.1f", 2 + random.nextDouble() * 26),
              Integer.toString(1920 + (int) (Math.sqrt(random.nextDouble()) * 104)),
              LocalDate.of(2024, 1, 8).plusDays(i % 200).toString(),
              Boolean.toString(random.nextInt(40) == 0),
              (1 + random.nextInt(120)) + " " + streets[random.nextInt(streets.length)],
              lost
                  ? ""
                  : String.format(Locale.ROOT, "%.6f", 1.695 + Math.cos(angle) * spread * 1.4),
              lost ? "" : String.format(Locale.ROOT, "%.6f", 46.811 + Math.sin(angle) * spread));
        });
  }

  /** What a town gives to associations. */
  public static Sample subsidies(int rows) {
    return subsidiesOf("vendome", rows);
  }

  /** The same of another town. */
  public static Sample subsidiesOf(String publisher, int rows) {
    String[] kinds = {"Sport", "Culture", "Social", "Éducation", "Environnement", "Fêtes"};
    String[] names = {
      "Amicale laïque",
      "Club de judo",
      "Les Amis du musée",
      "Secours populaire",
      "Comité des fêtes du quartier Saint-Jean",
      "Harmonie municipale",
      "École de rugby"
    };
    return new Sample(
        publisher,
        description(
            "Subventions versées aux associations",
            "Les subventions que la commune a versées en 2024. Une ligne par attribution, avec le"
                + " bénéficiaire, l’objet et le montant.",
            Theme.ECONOMY,
            "subventions",
            "associations",
            "budget"),
        List.of(
            column("nom_beneficiaire", ValueType.TEXT, Kinds.TEXT, "Bénéficiaire"),
            column("siret_beneficiaire", ValueType.TEXT, Kinds.SIRET, "SIRET du bénéficiaire"),
            column("domaine", ValueType.TEXT, Kinds.TEXT, "Domaine"),
            column("objet", ValueType.TEXT, Kinds.TEXT, "Objet"),
            column("montant", ValueType.DECIMAL, Kinds.DECIMAL, "Montant en euros"),
            column("date_convention", ValueType.DATE, Kinds.DATE, "Date de la convention"),
            column("site", ValueType.TEXT, Kinds.URL, "Site de l’association")),
        rows,
        i -> {
          Random random = new Random(i * 17L + 3);
          return List.of(
              names[i % names.length] + (i < names.length ? "" : " n° " + (i / names.length + 1)),
              "%014d".formatted(21410269700019L + i * 137L),
              kinds[random.nextInt(kinds.length)],
              i % 3 == 0
                  ? "Subvention de fonctionnement pour la saison 2024-2025, organisation du tournoi"
                      + " annuel et accueil des jeunes licenciés"
                  : "Subvention de fonctionnement",
              String.format(Locale.ROOT, "%.2f", Math.round(random.nextDouble() * 400) * 25.0 + 50),
              LocalDate.of(2024, 1, 15).plusDays(random.nextInt(300)).toString(),
              i % 4 == 0 ? "https://association-" + i + ".example/" : "");
        });
  }

  /** Areas of a town, as outlines. */
  public static Sample districts() {
    return new Sample(
        "dreux",
        description(
            "Périmètres des conseils de quartier",
            "Les limites des quartiers où siège un conseil d’habitants.",
            Theme.GOVERNMENT,
            "quartiers",
            "démocratie locale"),
        List.of(
            column("nom", ValueType.TEXT, Kinds.TEXT, "Nom du quartier"),
            column("habitants", ValueType.INTEGER, Kinds.INTEGER, "Nombre d’habitants"),
            new ExportColumn(
                "contour", ValueType.TEXT, Kinds.GEOMETRY, "Contour du quartier", Role.GEOMETRY)),
        9,
        i -> {
          double x = 1.34 + i % 3 * 0.012;
          double y = 48.725 + i / 3 * 0.008;
          return List.of(
              "Quartier " + (char) ('A' + i),
              Integer.toString(800 + i * 137),
              String.format(
                  Locale.ROOT,
                  "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]]}",
                  x,
                  y,
                  x + 0.0105 + i % 2 * 0.001,
                  y + 0.007));
        });
  }

  /** Cells that would run if a page took them for anything but text. */
  public static Sample hostile() {
    List<String> cells =
        List.of(
            "<script>window.__jalon=1</script>",
            "\"><img src=x onerror=window.__jalon=1>",
            "javascript:window.__jalon=1",
            "</script><script>window.__jalon=1</script>",
            "=HYPERLINK(\"http://exemple\")",
            "<svg onload=window.__jalon=1>",
            "{{constructor.constructor('window.__jalon=1')()}}",
            "https://exemple.example/\"onmouseover=window.__jalon=1");
    return new Sample(
        "gien",
        description(
            "Essai <script>window.__jalon=1</script>",
            "</script><img src=x onerror=window.__jalon=1> et la suite.",
            Theme.SCIENCE,
            "<b>gras</b>"),
        List.of(
            column("<i>nom</i>", ValueType.TEXT, Kinds.TEXT, "<script>window.__jalon=1</script>"),
            column("groupe", ValueType.TEXT, Kinds.TEXT, "Groupe"),
            placed("lon", "Longitude", Role.LONGITUDE),
            placed("lat", "Latitude", Role.LATITUDE)),
        24,
        i ->
            List.of(
                cells.get(i % cells.size()),
                cells.get(i % 3),
                String.format(Locale.ROOT, "%.3f", 2.63 + i * 0.01),
                "47.69"));
  }

  public static ExportColumn column(String name, ValueType type, Kind kind, String title) {
    return new ExportColumn(name, type, kind, title, null);
  }

  private static ExportColumn placed(String name, String title, Role role) {
    return new ExportColumn(name, ValueType.DECIMAL, Kinds.get(role.code()), title, role);
  }
}
