package fr.jalon.portal.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

class TryIT extends PortalIT {
  private static final String MARK = "marque-a-ne-pas-garder";
  private static final String TABLE =
      """
      Association;Date;Courriel;Montant
      Les Amis du %s;12/03/2022;jeanne.martin@example.fr;1200
      Club de judo;5 avril 2022;paul.durand@example.fr;450
      Comité <b>des</b> fêtes;2022-04-28;claire.petit@example.fr;2000
      TOTAL;;;3650
      """
          .formatted(MARK);

  @Autowired private JdbcClient jdbc;

  @Value("${jalon.data}")
  private Path data;

  @Test
  void tellsWhatItReadAndKeepsNothing() throws Exception {
    List<String> files = files();
    Map<String, Long> rows = rows();
    TestVisitor passerBy = visitor();
    assertThat(passerBy.get("/essayer").body()).contains("Jusqu&#39;à 20 Mo".replace("&#39;", "'"));

    HttpResponse<String> answer =
        passerBy.upload("/essayer", Map.of(), "fichier", "aides 2022.csv", TABLE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body())
        .contains("Voici ce que j'ai lu", "aides 2022.csv", MARK)
        .contains("2022-03-12", "ligne de total", "Ce qui parle de personnes")
        .contains("Comité &lt;b&gt;des&lt;/b&gt; fêtes")
        .doesNotContain("jeanne.martin", "<b>des</b>");
    assertThat(files()).isEqualTo(files);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void refusesInTheWordsOfADeposit() {
    TestVisitor passerBy = visitor();
    passerBy.get("/essayer");
    assertThat(upload(passerBy, "plan.pdf", "%PDF-1.7 rien".getBytes(UTF_8)))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
        .satisfies(answer -> assertThat(answer.body()).contains("Ce fichier est un PDF"));
    assertThat(upload(passerBy, "vide.csv", new byte[0]).body()).contains("Choisissez d'abord");
    HttpResponse<String> large = upload(passerBy, "gros.csv", new byte[21 << 20]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("la limite est de 20");
  }

  @Test
  void asksForATokenAndCountsByNetwork() {
    TestVisitor stranger = visitor();
    // no page was seen: the form has no token
    assertThat(upload(stranger, "a.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(403);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      statuses.add(upload(stranger, "a.csv", new byte[0]).statusCode());
    }
    assertThat(statuses).contains(429).doesNotContain(500);
  }

  private static HttpResponse<String> upload(TestVisitor visitor, String name, byte[] content) {
    return visitor.upload("/essayer", Map.of(), "fichier", name, content);
  }

  private List<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(file -> !file.contains("hsperf") && !file.contains("sqlite"))
          .sorted()
          .toList();
    }
  }

  /** How many rows each table of ours has, but what works by itself. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new java.util.TreeMap<>();
    jdbc.sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_type = 'BASE TABLE'
              and table_schema not in ('pg_catalog', 'information_schema')
              and table_name not like 'scheduled%' and table_name not like '%session%'
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.put(
                    table, jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    return rows;
  }
}
