package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and places: what is told, whether its mend is certain, and what all the mends give. */
class CodesTest {
  private static final Set<String> CODES =
      Set.of(
          "siret-rounded",
          "siret-invalid",
          "siret-lost-zero",
          "siren-invalid",
          "siren-lost-zero",
          "insee-invalid",
          "insee-lost-zero",
          "postal-invalid",
          "postal-lost-zero",
          "departement-lost-zero",
          "phone-lost-zero",
          "code-point-zero",
          "code-spaces",
          "swapped-coordinates",
          "coordinates-outside");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a lost zero that nothing proves | code postal\\n1000\\n45000\\n18000 | postal-lost-zero asked | code postal\\n01000\\n45000\\n18000",
        "a row abroad is left alone, the others are asked | code postal;pays\\n1000;Belgique\\n45000;France\\n1500;France | postal-lost-zero asked | code postal;pays\\n1000;Belgique\\n45000;France\\n01500;France",
        "countries in codes | code postal;code_pays\\n1000;BE\\n45000;FR\\n4000;BEL\\n1201;99140 | '' | code postal;code_pays\\n1000;BE\\n45000;FR\\n4000;BEL\\n1201;99140",
        "territories of France are no abroad | code postal;pays\\n1000;FR\\n97400;La Réunion\\n45000;Martinique | postal-lost-zero certain | code postal;pays\\n01000;FR\\n97400;La Réunion\\n45000;Martinique",
        "a town tells when no country does | code postal;ville\\n1000;BRUXELLES\\n1201;Genève\\n4000;Liège\\n45000;Orléans | '' | code postal;ville\\n1000;BRUXELLES\\n1201;Genève\\n4000;Liège\\n45000;Orléans",
        "foreign forms in the column | code postal\\n1000\\nL-1234\\nSW1A 1AA\\n45000\\n18000\\n37000 | postal-lost-zero asked | code postal\\n01000\\nL-1234\\nSW1A 1AA\\n45000\\n18000\\n37000",
        "zeros kept elsewhere | code postal\\n1000\\n01000\\n45000 | postal-lost-zero asked | code postal\\n01000\\n01000\\n45000",
        "codes of four digits alone | code postal\\n1000\\n1201\\n4000 | postal-lost-zero asked | code postal\\n01000\\n01201\\n04000",
        "another digit may be missing | code postal\\n4500\\n45000\\n45100\\n45140 | postal-lost-zero asked | code postal\\n04500\\n45000\\n45100\\n45140",
        "the row proves it | code postal;code INSEE\\n1000;01053\\n1500;01004\\n45000;45234\\n01120;01262 | postal-lost-zero certain | code postal;code INSEE\\n01000;01053\\n01500;01004\\n45000;45234\\n01120;01262",
        "the row contradicts it | code postal;code INSEE\\n1000;75056\\n45000;45234 | postal-invalid - | code postal;code INSEE\\n1000;75056\\n45000;45234",
        "both codes of the row lost their zero | code postal;code INSEE\\n1000;1053\\n1500;1004\\n45000;45234 | insee-lost-zero certain, postal-lost-zero certain | code postal;code INSEE\\n01000;01053\\n01500;01004\\n45000;45234",
        "decimals and a lost zero | code postal\\n1000.0\\n45000.0\\n18000.0 | postal-lost-zero asked, code-point-zero certain | code postal\\n01000\\n45000\\n18000",
        "codes in two pieces | code postal;code INSEE\\n45 000;45 234\\n18000;2A 004 | code-spaces certain, code-spaces certain | code postal;code INSEE\\n45000;45234\\n18000;2A004",
        "codes in two pieces beside a foreign one | code postal;pays\\n45 000;France\\n114 55;Suède\\n18000;France | code-spaces asked | code postal;pays\\n45000;France\\n114 55;Suède\\n18000;France",
        "a commune code that lost its zero | code INSEE\\n1001\\n45234\\n18033\\n45147 | insee-lost-zero certain | code INSEE\\n01001\\n45234\\n18033\\n45147",
        "a commune code less a figure | code INSEE\\n4523\\n45234\\n45147 | insee-lost-zero asked | code INSEE\\n04523\\n45234\\n45147",
        "one key alone may be right by chance | SIRET\\n4599991900017\\n34599991600017 | siret-lost-zero asked | SIRET\\n04599991900017\\n34599991600017",
        "a number that is short otherwise | SIRET\\n4599991900017\\n34599991600017\\n8719999100013 | siret-invalid -, siret-lost-zero asked | SIRET\\n04599991900017\\n34599991600017\\n8719999100013",
        "a SIRET with thousands apart and no zero | SIRET\\n34599991600017\\n4 599 991 900 017 | siret-lost-zero asked | SIRET\\n34599991600017\\n04599991900017",
        "two SIREN prove nothing | SIREN\\n45999919\\n345999916\\n552999922 | siren-lost-zero asked | SIREN\\n045999919\\n345999916\\n552999922",
        "three do | SIREN\\n45999919\\n52999927\\n71999932\\n345999916 | siren-lost-zero certain | SIREN\\n045999919\\n052999927\\n071999932\\n345999916",
        "a SIREN short otherwise | SIREN\\n45999919\\n52999927\\n71999932\\n345999916\\n87199991 | siren-invalid -, siren-lost-zero asked | SIREN\\n045999919\\n052999927\\n071999932\\n345999916\\n87199991",
        "a placeholder and a made-up number | SIRET\\n34599991600017\\n00000000000000\\n11122233344455 | siret-invalid - | SIRET\\n34599991600017\\n00000000000000\\n11122233344455",
        "a rounded number stays rounded | SIRET\\n34599991600017\\n2,14E+13\\n32402138500000.0 | siret-rounded - | SIRET\\n34599991600017\\n2,14E+13\\n32402138500000.0",
        "decimals of a SIRET | SIRET\\n34599991600017.0\\n4599991900017.0\\n55299992200016,00 | code-point-zero asked | SIRET\\n34599991600017\\n04599991900017\\n55299992200016",
        "establishments of La Poste | SIRET\\n35600000000048\\n35600000049837\\n356000000 49837 | code-spaces certain | SIRET\\n35600000000048\\n35600000049837\\n35600000049837",
        "telephones | telephone\\n238990001\\n0639980001\\n639980002 | phone-lost-zero certain | telephone\\n0238990001\\n0639980001\\n0639980002",
        "telephones of two countries | telephone\\n238990001\\n+32 2 123 45 67\\n639980002\\n0639980003 | phone-lost-zero asked | telephone\\n0238990001\\n+32 2 123 45 67\\n0639980002\\n0639980003",
        "nine digits of Spain | telephone;pays\\n612345678;Espagne\\n0639980002;France\\n0639980003;France | phone-lost-zero asked | telephone;pays\\n0612345678;Espagne\\n0639980002;France\\n0639980003;France",
        "départements | departement\\n1\\n45\\n2A | departement-lost-zero certain | departement\\n01\\n45\\n2A",
        "numbers that may be anything | dep\\n1\\n2\\n20\\n45 | departement-lost-zero asked | dep\\n01\\n02\\n20\\n45",
        "the rows prove the départements | dep;code INSEE\\n1;01004\\n9;09122\\n45;45234 | departement-lost-zero certain | dep;code INSEE\\n01;01004\\n09;09122\\n45;45234",
        "a count is no département | nombre par departement\\n1\\n45\\n12 | '' | nombre par departement\\n1\\n45\\n12",
        "points of one cell | coordonneesXY\\n[1.900,47.900]\\n[1.901,47.901]\\n[ 47.903 , 1.903 ] | swapped-coordinates asked | coordonneesXY\\n[1.900,47.900]\\n[1.901,47.901]\\n[ 1.903 , 47.903 ]",
        "latitude first | geopoint\\n47.900, 1.900\\n47.901, 1.901\\n1.903, 47.903 | swapped-coordinates asked | geopoint\\n47.900, 1.900\\n47.901, 1.901\\n47.903, 1.903",
        "all the same way round | geopoint\\n47.900, 1.900\\n47.901, 1.901 | '' | geopoint\\n47.900, 1.900\\n47.901, 1.901",
        "overseas | longitude;latitude\\n55.45;-20.88\\n-61.02;14.60\\n-52.33;4.93 | '' | longitude;latitude\\n55.45;-20.88\\n-61.02;14.60\\n-52.33;4.93",
        "overseas in one cell | geopoint\\n-20.88,55.45\\n14.60,-61.02\\n47.90,1.90\\n-61.02,14.61 | swapped-coordinates asked | geopoint\\n-20.88,55.45\\n14.60,-61.02\\n47.90,1.90\\n14.61,-61.02",
        "zeros are no place | longitude;latitude\\n1.9;47.9\\n0;0\\n0.0;0.0\\n120.5;3.5 | coordinates-outside -, coordinates-outside - | longitude;latitude\\n1.9;47.9\\n0;0\\n0.0;0.0\\n120.5;3.5"
      })
  void tellsAndMends(String name, String before, String told, String after) throws Exception {
    Table table = TextTable.of(before.replace("\\n", "\n"));
    Report.Told all = look(table);
    List<Proposal> mine =
        all.proposals().stream().filter(proposal -> CODES.contains(proposal.rule())).toList();

    assertThat(said(all)).isEqualTo(told);
    assertThat(text(Mending.apply(table, mine).table())).isEqualTo(after.replace("\\n", "\n"));
    for (Proposal proposal : mine) {
      Table once = Mending.apply(table, List.of(proposal)).table();
      assertThat(changes(text(table), text(once))).isEqualTo(proposal.count());
      assertThat(text(Mending.apply(once, List.of(proposal)).table())).isEqualTo(text(once));
      Mend read = Json.read(Json.write(proposal.mend()), Mend.class);
      assertThat(read).isEqualTo(proposal.mend());
    }
  }

  private static String said(Report.Told all) {
    return all.causes().stream()
        .filter(cause -> CODES.contains(cause.code()))
        .map(cause -> cause.code() + " " + trust(cause, all.proposals()))
        .collect(Collectors.joining(", "));
  }

  private static String trust(Cause cause, List<Proposal> proposals) {
    return proposals.stream()
        .filter(proposal -> proposal.rule().equals(cause.code()))
        .map(proposal -> proposal.certain() ? "certain" : "asked")
        .findFirst()
        .orElse("-");
  }

  private static Report.Told look(Table table) throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, block -> {});
    LocalDate today = LocalDate.of(2026, 1, 1);
    Facts facts = Facts.of(table.reading(), profiling, null, null, null, null, today);
    Search search = new Search(profiling);
    Report report = Rules.look(facts, search);
    search.run(table);
    return Rules.told(report);
  }

  /** How many cells differ. */
  private static long changes(String before, String after) {
    List<String> was = cells(before);
    List<String> is = cells(after);
    long changes = 0;
    for (int i = 0; i < was.size(); i++) {
      changes += was.get(i).equals(is.get(i)) ? 0 : 1;
    }
    return changes;
  }

  private static List<String> cells(String text) {
    return List.of(text.split("[;\n]", -1));
  }

  private static String text(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (Chunk chunk : block.chunks()) {
              cells.add(chunk.at(row).toString());
            }
            text.append('\n').append(String.join(";", cells));
          }
        });
    return text.toString();
  }
}
