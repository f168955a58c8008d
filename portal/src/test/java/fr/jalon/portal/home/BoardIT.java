package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.Statements;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class BoardIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Seasons seasons;
  @Autowired private Sessions sessions;
  @Autowired private Board board;

  @Test
  void asksAsMuchOfTheDatabaseForOneAsForTwentyFive() {
    SampleSeason sample = new SampleSeason(portal);
    Season small = sample.open("Petite");
    note(small, sample.accept(small, 1));
    Season whole = sample.open("Entière");
    List<Beneficiary> all = sample.accept(whole, 25);
    all.forEach(one -> sample.sign(one, seasons.today()));
    note(whole, all);
    note(whole, all.subList(0, 9));

    int statements = statements(small);
    assertThat(statements).isPositive();
    assertThat(statements(whole)).isEqualTo(statements);

    Board.Look look = board.look(whole, SampleSeason.ADMINISTRATOR);
    assertThat(look.rows())
        .hasSize(25)
        .allSatisfy(
            row -> {
              assertThat(row.steps()).hasSize(13);
              assertThat(row.steps().get(0).state()).isEqualTo(Progress.State.DONE);
              assertThat(row.followed().tally().counted()).isEqualTo(1);
              assertThat(row.needs())
                  .extracting(Board.Signal::need)
                  .containsExactly(Need.NOTHING_PLANNED);
            });
  }

  @Test
  void narrowsToAPhaseAndAStateAndShowsEveryNeed() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Filtrée");
    List<Beneficiary> three = sample.accept(season, 3);
    sample.sign(three.get(0), seasons.today());
    List<String> stages =
        season.plan().track().phases().get(0).stages().stream().map(stage -> stage.key()).toList();
    for (String stage : stages) {
      sessions.note(
          SampleSeason.ADMINISTRATOR,
          season,
          List.of(three.get(0).id(), three.get(1).id()),
          seasons.today(),
          stage,
          true);
    }
    String second = season.plan().track().phases().get(1).key();
    TestVisitor facilitator = facilitator();
    String board = "/accueil?saison=" + season.slug();
    assertThat(rows(facilitator.get(board).body())).hasSize(3);
    assertThat(rows(facilitator.get(board + "&phase=" + second).body()))
        .containsExactlyInAnyOrder(three.get(0).name(), three.get(1).name());
    String one = facilitator.get(board + "&phase=" + second + "&etat=a-signer").body();
    assertThat(rows(one)).containsExactly(three.get(1).name());
    assertThat(one)
        .as("a filter keeps the others")
        .contains("&amp;filtre=besoin&amp;phase=" + second + "&amp;etat=a-signer#tableau");
    assertThat(one.replaceAll("\\s+", " "))
        .as("what else it needs is behind the first need")
        .contains("Et 1 autre chose")
        .contains("il reste à décider si une session compte")
        .contains("aucun rendez-vous n'est prévu");
    assertThat(rows(facilitator.get(board + "&phase=x&etat=y&filtre=z").body())).hasSize(3);
  }

  @Test
  void isTheFirstPageOfThoseWhoAccompany() {
    String email = person(Role.FACILITATOR, null).email();
    TestVisitor visitor = visitor();
    visitor.get("/connexion");
    assertThat(
            TestVisitor.location(
                visitor.post("/connexion", Map.of("email", email, "password", PASSWORD))))
        .isEqualTo("/accueil");
  }

  /** The names at the head of the rows. */
  private static List<String> rows(String page) {
    return Pattern.compile("class=\"authority\"><a href=\"[^\"]*\">([^<]*)</a>")
        .matcher(page)
        .results()
        .map(found -> found.group(1).replace("&#39;", "'"))
        .toList();
  }

  private void note(Season season, List<Beneficiary> some) {
    sessions.note(
        SampleSeason.ADMINISTRATOR,
        season,
        some.stream().map(Beneficiary::id).toList(),
        seasons.today(),
        "launch",
        true);
  }

  private int statements(Season season) {
    return Statements.of(() -> board.look(season, SampleSeason.ADMINISTRATOR));
  }
}
