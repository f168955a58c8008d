package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.Statements;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.home.signal.Signals;
import fr.jalon.portal.home.signal.Threshold;
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
import org.springframework.jdbc.core.simple.JdbcClient;

class BoardIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Seasons seasons;
  @Autowired private Sessions sessions;
  @Autowired private Board board;
  @Autowired private Signals signals;
  @Autowired private JdbcClient jdbc;

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

    look(small);
    look(whole);
    int statements = statements(small);
    assertThat(statements).isPositive();
    assertThat(statements(whole)).isEqualTo(statements);
    int sweeping = Statements.of(() -> look(small));
    assertThat(sweeping).isPositive();
    assertThat(Statements.of(() -> look(whole)))
        .as("whoever looks for signals asks as much for one authority as for all")
        .isEqualTo(sweeping);

    Board.Look look = board.look(whole, SampleSeason.ADMINISTRATOR);
    assertThat(look.rows())
        .hasSize(25)
        .allSatisfy(
            row -> {
              assertThat(row.steps()).hasSize(13);
              assertThat(row.steps().get(0).state()).isEqualTo(Progress.State.DONE);
              assertThat(row.followed().tally().counted()).isEqualTo(1);
              assertThat(row.signals()).as("nothing is to be told on the first day").isEmpty();
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
    assertThat(one)
        .as("its row says the first of its signals, and how many more")
        .contains("Session à décider")
        .contains("&amp;collectivite=" + three.get(1).id());
    assertThat(rows(facilitator.get(board + "&phase=x&etat=y&filtre=z").body())).hasSize(3);
  }

  @Test
  void tellsOnceUntilItIsResolvedAndToEachForThemselves() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Signalée");
    signals.setLimits(SampleSeason.ADMINISTRATOR, season, Map.of(Threshold.UNSIGNED, 0));
    List<Beneficiary> three = sample.accept(season, 3);
    look(season);
    List<Signal> told = signals.listOpen(season, SampleSeason.ADMINISTRATOR);
    assertThat(told).extracting(Signal::kind).containsOnly("agreement-unsigned").hasSize(3);
    look(season);
    assertThat(signals.listOpen(season, SampleSeason.ADMINISTRATOR)).isEqualTo(told);

    sample.sign(three.get(0), seasons.today());
    look(season);
    List<Signal> left = signals.listOpen(season, SampleSeason.ADMINISTRATOR);
    assertThat(left)
        .extracting(Signal::beneficiaryId)
        .containsExactlyInAnyOrder(three.get(1).id(), three.get(2).id());
    assertThat(signals.listResolved(season, SampleSeason.ADMINISTRATOR)).hasSize(1);

    TestVisitor facilitator = facilitator();
    String board = "/accueil?saison=" + season.slug();
    String list = "/accueil/signaux?saison=" + season.slug();
    String named = "id=\"signal-" + left.get(0).id();
    assertThat(facilitator.get(board).body()).contains(named, "Échéance", "rédigée");
    String seen = SignalPaths.seen(left.get(0).id());
    assertThat(TestVisitor.location(facilitator.post(seen, Map.of("retour", board))))
        .isEqualTo(board);
    assertThat(facilitator.get(board).body())
        .as("it is told to them no more")
        .doesNotContain(named);
    assertThat(facilitator.get(list + "&etat=de-cote").body()).contains(named, "Vu par vous");
    assertThat(facilitator().get(board).body()).as("others are still told").contains(named);
    facilitator.get(list + "&etat=de-cote");
    facilitator.post(SignalPaths.again(left.get(0).id()), Map.of());
    assertThat(facilitator.get(list).body()).contains(named);
    String later = SignalPaths.later(left.get(0).id());
    assertThat(facilitator.post(later, Map.of("jusqua", "jamais")).statusCode()).isEqualTo(422);
    facilitator.get(list);
    String away =
        TestVisitor.location(
            facilitator.post(later, Map.of("jusqua", "demain", "retour", "https://example.fr")));
    assertThat(away).as("nowhere else").isEqualTo(board);
    assertThat(facilitator.get(list).body()).doesNotContain(named);
    jdbc.sql("update home.mark set later_until = current_date - 1").update();
    assertThat(facilitator.get(board).body()).as("its day has come").contains(named);

    TestVisitor agent = visitor().signIn(person(Role.FOCAL_POINT, "vendome").email(), PASSWORD);
    assertThat(agent.get("/accueil/signaux").statusCode()).isEqualTo(404);
    assertThat(agent.get("/accueil").body()).doesNotContain("signal");
  }

  @Test
  void anAdministratorChoosesFromWhenOnOneIsTold() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Réglée");
    TestVisitor desk = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    String address = season.href() + "/signaux";
    assertThat(desk.get(address).body()).contains("Par défaut, 15 jours.");
    assertThat(desk.post(address, Map.of("unsigned", "400")).statusCode()).isEqualTo(422);
    desk.get(address);
    assertThat(desk.post(address, Map.of("unsigned", "douze")).body())
        .contains("value=\"douze\"", "un nombre entier");
    desk.get(address);
    assertThat(desk.post(address, Map.of("unsigned", "12")).statusCode()).isEqualTo(302);
    assertThat(signals.limits(season).of(Threshold.UNSIGNED)).isEqualTo(12);
    assertThat(signals.limits(sample.open("Autre")).of(Threshold.UNSIGNED))
        .isEqualTo(Threshold.UNSIGNED.usual());
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

  private void look(Season season) {
    signals.look(season, seasons.now().plusSeconds(1));
  }

  private int statements(Season season) {
    return Statements.of(() -> board.look(season, SampleSeason.ADMINISTRATOR));
  }
}
