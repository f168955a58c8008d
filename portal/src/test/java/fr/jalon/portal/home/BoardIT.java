package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.Statements;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class BoardIT extends PortalIT {
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
