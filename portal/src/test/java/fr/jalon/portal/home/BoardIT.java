package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

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

  /** Statements that one look asks of the database. */
  private int statements(Season season) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    boolean additive = logger.isAdditive();
    ListAppender<ILoggingEvent> asked = new ListAppender<>();
    asked.start();
    logger.addAppender(asked);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    try {
      board.look(season, SampleSeason.ADMINISTRATOR);
    } finally {
      logger.detachAppender(asked);
      logger.setLevel(before);
      logger.setAdditive(additive);
    }
    String here = Thread.currentThread().getName();
    return (int)
        asked.list.stream()
            .filter(event -> event.getThreadName().equals(here))
            .filter(event -> event.getMessage().startsWith("Executing prepared SQL"))
            .count();
  }
}
