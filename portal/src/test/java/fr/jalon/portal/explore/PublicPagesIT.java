package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What all see of a dataset beside its rows, and how the rows are worked. */
class PublicPagesIT extends CatalogIT {
  private static final int LIGHT = 100_000;

  @Test
  void tellsHowGoodADatasetIsAndWhy() {
    String page = page(path(samples().publish(SampleDatasets.trees(300))));

    assertThat(page)
        .contains("300 lignes", "Aucun modèle national ne dit ce qu'elles doivent contenir")
        .contains("plus de 99", "longitude (1", "latitude (1")
        .contains("7 points sur 9", "Le territoire est dit<span class=\"unseen\"> : non")
        .contains("385 points sur 405");
  }

  @Test
  void comparesWhatAllMaySeeOfTwoVersions() {
    Dataset first = samples().publish(SampleDatasets.trees(30));
    assertThat(page(path(first))).doesNotContain("/comparaison");
    Dataset next = publishAgain(first, SampleDatasets.trees(42));

    String path = path(next);
    assertThat(page(path)).contains(path + "/comparaison?avant=1&amp;apres=2");
    assertThat(page(path + "/comparaison"))
        .contains("Versions 1 et 2", "+12", "id_arbre", "30 valeurs", "42 valeurs");
    for (String wrong : List.of("avant=0", "apres=9", "avant=x", "avant=1%27", "apres=99999999")) {
      assertThat(visitor().get(path + "/comparaison?" + wrong).statusCode())
          .as(wrong)
          .isEqualTo(404);
    }
  }

  @Test
  void offersAColumnsValuesWithTheirCountsInTheAddress() {
    SampleDatasets.Sample sample = SampleDatasets.subsidies(200);
    String path = path(samples().publish(sample));
    Map<String, Long> kinds =
        IntStream.range(0, 200)
            .mapToObj(i -> sample.row().apply(i).get(2))
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));

    String menu = page(path + "?colonne=domaine");
    kinds.forEach(
        (kind, count) ->
            assertThat(menu)
                .containsPattern(
                    ">" + kind + "</a>\\s*<span class=\"count\">" + count + "</span>"));
    assertThat(page(path + "?colonne=domaine&domaine__exact=Sport"))
        .contains("domaine__in=Sport%2CCulture&amp;colonne=domaine", "aria-current=\"true\">Sport");
    assertThat(page(path + "?sans=objet&sans=site&montant__sort=desc"))
        .contains("2 colonnes masquées", "Montrer objet", "?montant__sort=desc&amp;sans=site")
        .doesNotContain("Subvention de fonctionnement");
    assertThat(page(path + "?sans=x&colonne=x&colonnes=99999&ligne=a-b,9-&de=x&a="))
        .contains("nom_beneficiaire");
    assertThat(page(path)).contains("€</td>");
  }

  @Test
  void leadsToARowAndToCells() {
    String path = path(samples().publish(SampleDatasets.trees(300)));

    String page = page(path + "?ligne=60-61,77&de=espece&a=hauteur_m");
    assertThat(page).doesNotContain("<tr id=\"ligne-60\" class");
    assertThat(Pattern.compile("<td class=\"[^\"]*sought").matcher(page).results()).hasSize(6);
    assertThat(page).contains("href=\"?ligne=51#ligne-51\"");
    assertThat(page(path + "?ligne=60-61,77"))
        .contains("id=\"ligne-60\" class=\"sought\"", "id=\"ligne-77\" class=\"sought\"")
        .doesNotContain("id=\"ligne-62\" class=\"sought\"");
  }

  @Test
  void drawsFiguresThatAQueryGives() {
    SampleDatasets.Sample sample = SampleDatasets.subsidies(400);
    String path = path(samples().publish(sample)) + "?vue=graphique";
    List<List<String>> rows = IntStream.range(0, 400).mapToObj(sample.row()).toList();

    Map<String, Double> kinds = sums(rows, row -> row.get(2));
    Map<String, String> bars = figures(page(path + "&par=domaine&mesure=montant"));
    kinds.forEach((kind, sum) -> assertThat(bars).containsEntry(kind, euros(sum)));
    assertThat(bars)
        .containsEntry("Total", euros(kinds.values().stream().mapToDouble(d -> d).sum()));

    Map<String, Double> months = sums(rows, row -> row.get(5).substring(0, 7));
    Map<String, String> line =
        figures(page(path + "&dessin=courbe&mesure=montant&pas=mois&lang=en"));
    months.forEach(
        (month, sum) ->
            assertThat(line.values().stream().map(PublicPagesIT::amount)).as(month).contains(sum));
    assertThat(figures(page(path + "&dessin=courbe&mesure=lignes&pas=annee")))
        .containsEntry("2024", "400");

    Map<String, String> steps = figures(page(path + "&dessin=repartition&par=montant"));
    long low = rows.stream().filter(row -> Double.parseDouble(row.get(4)) < 1000).count();
    assertThat(steps.entrySet().iterator().next().getValue()).isEqualTo(Long.toString(low));
  }

  @Test
  void drawsTwoNumbersOfOneRowInSoManyAndSaysSo() {
    String path = path(samples().publish(measured(3000))) + "?vue=graphique&dessin=deux-nombres";

    String page = page(path + "&par=hauteur&mesure=tour");
    assertThat(Pattern.compile("<circle class=\"dot\"").matcher(page).results()).hasSize(1000);
    assertThat(page).contains("Une ligne sur 3 est dessinée", "sur 3\u202f000");
    Map<String, String> figures = figures(page);
    assertThat(figures).containsEntry("de 0 à moins de 5", "500");
    assertThat(page).doesNotContain("value=\"code_voie\"", "value=\"numero\"", "value=\"rang\"");
  }

  @Test
  void givesChartsAsFilesOfVectorsAndOfPixels() throws Exception {
    String path = path(samples().publish(SampleDatasets.hostile()));
    List<String> asked = List.of("", "?par=groupe", "?dessin=courbe", "?dessin=%22%3E&par=%27");
    for (String ask : asked) {
      HttpResponse<byte[]> svg = bytes(path + "/graphique.svg" + ask);
      assertThat(svg.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var read = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.body()));
      assertThat(read.getElementsByTagName("script").getLength()).isZero();
      assertThat(read.getElementsByTagName("rect").getLength()).isGreaterThan(3);
      var png = ImageIO.read(new ByteArrayInputStream(bytes(path + "/graphique.png" + ask).body()));
      assertThat(png.getWidth()).isEqualTo(2 * ChartFile.WIDTH);
    }
    String none = path(samples().publish(SampleDatasets.trees(0).titled("Sans ligne")));
    assertThat(bytes(none + "/graphique.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void readsAndDrawsThreeThousandColumnsAPartAtATime() throws IOException {
    List<ExportColumn> columns =
        IntStream.range(0, 3000)
            .mapToObj(
                c ->
                    SampleDatasets.column(
                        "colonne_" + c, ValueType.DECIMAL, Kinds.DECIMAL, "Colonne " + c))
            .toList();
    Random random = new Random(7);
    List<List<String>> rows =
        IntStream.range(0, 12)
            .mapToObj(
                i -> random.doubles(3000).mapToObj(Double::toString).collect(Collectors.toList()))
            .toList();
    SampleDatasets.Sample trees = SampleDatasets.trees(1);
    String path =
        path(
            samples()
                .publish(
                    new SampleDatasets.Sample(
                        trees.publisher(), trees.description(), columns, 12, rows::get)));

    assertThat(page(path))
        .contains("Colonnes 1 à 61 sur 3\u202f000", "colonne_60<")
        .doesNotContain("tri-61");
    String last = page(path + "?colonnes=50");
    String table = last.substring(0, last.indexOf("id=\"colonnes\""));
    assertThat(table).contains("colonne_0<", "colonne_2999<").doesNotContain("colonne_60<");
    assertThat(zipped(last)).isLessThan(LIGHT);
    String chart =
        page(path + "?vue=graphique&dessin=deux-nombres&par=colonne_2999&mesure=colonne_9");
    assertThat(chart).contains("<circle class=\"dot\"", "value=\"colonne_2999\" selected");
    assertThat(bytes(path + "/graphique.png?dessin=repartition&par=colonne_1500").statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsThePageOfATableLight() throws IOException {
    assertThat(zipped(page(path(samples().publish(SampleDatasets.trees(400)))))).isLessThan(LIGHT);
    // Long texts, none like another.
    SampleDatasets.Sample trees = SampleDatasets.trees(1);
    List<ExportColumn> columns =
        IntStream.range(0, 30)
            .mapToObj(c -> SampleDatasets.column("t" + c, ValueType.TEXT, Kinds.TEXT, "T" + c))
            .toList();
    Random random = new Random(3);
    List<List<String>> rows =
        IntStream.range(0, 50)
            .mapToObj(i -> IntStream.range(0, 30).mapToObj(c -> letters(random)).toList())
            .toList();
    Dataset wordy =
        samples()
            .publish(
                new SampleDatasets.Sample(
                    trees.publisher(), trees.description(), columns, 50, rows::get));
    assertThat(zipped(page(path(wordy)))).isLessThan(LIGHT + 20_000);
  }

  @Test
  void showsShelvesAndWhoOpenedWhat() {
    Dataset trees = samples().publish(SampleDatasets.trees(20));
    samples().publish(SampleDatasets.subsidiesOf("bourges", 20));

    assertThat(page("/themes")).contains("href=\"/themes/environment\"", "Santé");
    assertThat(page("/themes/environment"))
        .contains(path(trees), "href=\"/collectivites/chateauroux\"", "Arbres, espaces verts")
        .doesNotContain("Subventions versées");
    assertThat(page("/themes/health")).contains("Rien n'est encore publié");
    assertThat(page("/modeles")).contains("href=\"/modeles/scdl-subventions\"");
    assertThat(page("/modeles/scdl-subventions"))
        .contains("nomAttribuant", "(obligatoire)", "vide.csv");
    assertThat(
            new String(bytes("/modeles/scdl-subventions/vide.csv").body(), StandardCharsets.UTF_8))
        .startsWith("\ufeffnomAttribuant;idAttribuant;");
    for (String wrong :
        List.of("/themes/rien", "/modeles/rien", "/modeles/%3Cb%3E", "/modeles/rien/vide.csv")) {
      assertThat(visitor().get(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(page("/collectivites/bourges"))
        .contains("1 jeu de données, 20 lignes", "La population atteint le seuil de 3\u202f500")
        .contains("mailto:opendata@mairie.example", "Aucune mise à jour promise n'est en retard");
    assertThat(page(path(trees))).contains("href=\"/themes/environment\"");
  }

  /** Each would run, somewhere, in a page that took a title or a value for anything but text. */
  private static final List<String> FORMS =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)//",
          "data:text/html,<script>alert(1)</script>",
          "vbscript:alert(1)",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "<math><mtext></table><img src onerror=alert(1)>",
          "<style>@import 'javascript:alert(1)'</style>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<body onload=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<template><script>alert(1)</script></template>",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)}<%= alert(1) %>",
          "<!--><script>alert(1)</script>-->",
          "]]><script>alert(1)</script>",
          "&lt;script&gt;alert(1)&lt;/script&gt;<hr onclick=alert(1)>");

  private static final Pattern TAG =
      Pattern.compile("<([a-zA-Z][^\\s>/]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z:-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+)");

  /** What our pages have none of. */
  private static final Set<String> NOT_OURS =
      Set.of("iframe", "math", "mtext", "style", "template", "hr", "img");

  /** The tags of a page that could run something, or that we did not write. */
  private static List<String> running(String page) {
    List<String> running = new ArrayList<>();
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      String name = tag.group(1).toLowerCase(Locale.ROOT);
      boolean ours = !name.equals("script") || tag.group(2).matches("\\s(src|type)=.*");
      boolean runs = NOT_OURS.contains(name) || !ours;
      Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
      while (attribute.find()) {
        String to = attribute.group(2).replaceAll("^[\"']\\s*", "").toLowerCase(Locale.ROOT);
        runs |= attribute.group(1).toLowerCase(Locale.ROOT).startsWith("on");
        runs |=
            attribute.group(1).matches("href|src|action")
                && to.matches("(java|vb)script:.*|data:.*");
      }
      if (runs) {
        running.add(tag.group());
      }
    }
    return running;
  }

  @Test
  void neverTakesATitleOrAValueForMarkup() {
    assertThat(FORMS).hasSize(22);
    assertThat(FORMS.stream().filter(form -> !running(form).isEmpty())).hasSizeGreaterThan(10);
    SampleDatasets.Sample sample = hostile();
    Dataset dataset = samples().publish(sample);
    String path = path(publishAgain(dataset, sample.withRows(44)));
    List<String> pages =
        List.of(
            "/",
            "/jeux-de-donnees",
            "/jeux-de-donnees?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/themes",
            "/themes/science",
            "/modeles",
            "/collectivites/gien",
            path,
            path + "?filtres=oui&colonne=valeur",
            path + "?colonne=%3Cscript%3Ealert(1)%3C/script%3E&sans=valeur",
            path
                + "?valeur__exact=%3Cimg%20src=x%20onerror=alert(1)%3E&valeur__less=%22%3E%3Csvg%20onload=alert(1)%3E",
            path + "?vue=graphique&par=valeur",
            path + "?vue=graphique&dessin=repartition",
            path
                + "?vue=graphique&dessin=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&par=%22%3E%3Csvg%20onload=alert(1)%3E",
            path + "/graphique.svg?par=valeur",
            path + "/comparaison");
    for (String one : pages) {
      assertThat(running(page(one))).as(one).isEmpty();
    }
  }

  private static SampleDatasets.Sample hostile() {
    List<ExportColumn> columns = new ArrayList<>();
    columns.add(SampleDatasets.column("valeur", ValueType.TEXT, Kinds.TEXT, FORMS.get(3)));
    columns.add(SampleDatasets.column("montant", ValueType.DECIMAL, Kinds.DECIMAL, FORMS.get(2)));
    FORMS.forEach(
        form -> columns.add(SampleDatasets.column(form, ValueType.TEXT, Kinds.TEXT, form)));
    return new SampleDatasets.Sample(
        "gien",
        SampleDatasets.description(
            "Titre " + FORMS.get(0) + FORMS.get(5) + FORMS.get(10),
            String.join(" ", FORMS),
            Theme.SCIENCE,
            FORMS.toArray(String[]::new)),
        columns,
        66,
        i -> {
          List<String> cells = new ArrayList<>();
          cells.add(FORMS.get(i % FORMS.size()));
          cells.add(i + ".5");
          FORMS.forEach(form -> cells.add(FORMS.get((i + cells.size()) % FORMS.size())));
          return cells;
        });
  }

  private static SampleDatasets.Sample measured(int rows) {
    SampleDatasets.Sample trees = SampleDatasets.trees(1);
    return new SampleDatasets.Sample(
        trees.publisher(),
        trees.description(),
        List.of(
            SampleDatasets.column("rang", ValueType.INTEGER, Kinds.INTEGER, "Rang"),
            SampleDatasets.column("numero", ValueType.INTEGER, Kinds.INTEGER, "Numéro"),
            SampleDatasets.column("code_voie", ValueType.INTEGER, Kinds.INTEGER, "Code voie"),
            SampleDatasets.column("hauteur", ValueType.INTEGER, Kinds.INTEGER, "Hauteur"),
            SampleDatasets.column("tour", ValueType.INTEGER, Kinds.INTEGER, "Tour")),
        rows,
        i ->
            List.of(
                "" + (i + 1), "" + i % 80, "" + i % 300, "" + i % 30, "" + (i % 30 * 3 + i % 7)));
  }

  private Dataset publishAgain(Dataset dataset, SampleDatasets.Sample sample) {
    Dataset rehearsed = samples().putInSandbox(sample, dataset.id());
    Version version = Objects.requireNonNull(rehearsed.sandbox());
    return datasets.publish(rehearsed.id(), version.id(), SampleDatasets.SOMEONE);
  }

  private static String path(Dataset dataset) {
    return "/jeux-de-donnees/" + dataset.slug();
  }

  private static Map<String, Double> sums(
      List<List<String>> rows, Function<List<String>, String> by) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                by, TreeMap::new, Collectors.summingDouble(row -> Double.parseDouble(row.get(4)))));
  }

  /** The figures beside a chart: name and first number. */
  private static Map<String, String> figures(String page) {
    Map<String, String> figures = new LinkedHashMap<>();
    String table = page.substring(page.indexOf("chiffres-titre\">"));
    Matcher line =
        Pattern.compile(
                "<th scope=\"row\">\\s*(?:<a [^>]*>)?([^<]*?)\\s*(?:</a>\\s*)?</th>\\s*<td class=\"numeric\">([^<]*)</td>")
            .matcher(table);
    while (line.find()) {
      figures.put(line.group(1), line.group(2));
    }
    return figures;
  }

  private static double amount(String written) {
    return Double.parseDouble(written.replaceAll("[€,]", ""));
  }

  private static String euros(double sum) {
    var format = NumberFormat.getNumberInstance(Locale.FRENCH);
    format.setMaximumFractionDigits(2);
    format.setMinimumFractionDigits(sum == Math.rint(sum) ? 0 : 2);
    return format.format(sum) + "\u00a0€";
  }

  private static String letters(Random random) {
    return random.ints(900, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static int zipped(String page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(page.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private HttpResponse<byte[]> bytes(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
