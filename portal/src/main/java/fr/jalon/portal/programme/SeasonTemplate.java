package fr.jalon.portal.programme;

import fr.jalon.engine.Json;
import fr.jalon.portal.agreement.AgreementPaper;
import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.ArticlesText;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FundingLine;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;

/**
 * A season of no year: each of its days is so far from the first one. What ends, ends the day
 * before.
 */
record SeasonTemplate(
    Period callFrom,
    Period callTo,
    Period accompanied,
    Period agreement,
    Period noticeFrom,
    Period noticeTo,
    int sessions,
    Cohort cohort,
    List<Line> funding,
    List<PhaseLength> phases,
    Frontispiece text) {

  record Line(String funder, long euros, boolean beneficiary) {}

  /** What the agreement says of the organizer; its articles are a text of their own. */
  record Frontispiece(String title, String organizer, String organizerSignatory, String place) {}

  record PhaseLength(String key, String title, Period until, List<Stage> stages) {}

  /** The one that is shipped. */
  static SeasonTemplate shipped() {
    try (InputStream file =
        Objects.requireNonNull(SeasonTemplate.class.getResourceAsStream("template.json"))) {
      return Json.read(
          new String(file.readAllBytes(), StandardCharsets.UTF_8), SeasonTemplate.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  SeasonPlan on(String name, LocalDate firstDay) {
    List<FundingLine> lines =
        funding.stream()
            .map(line -> new FundingLine(line.funder, Euros.of(line.euros), line.beneficiary))
            .toList();
    return new SeasonPlan(
        name,
        new Window(firstDay.plus(callFrom), before(firstDay, callTo)),
        firstDay,
        before(firstDay, accompanied),
        before(firstDay, agreement),
        sessions,
        cohort,
        new FundingPlan(Euros.sum(lines.stream().map(FundingLine::amount).toList()), lines),
        new Window(firstDay.plus(noticeFrom), before(firstDay, noticeTo)),
        new AgreementText(
            text.title,
            text.organizer,
            text.organizerSignatory,
            text.place,
            ArticlesText.articles(AgreementPaper.ARTICLES.shipped())),
        new Track(
            phases.stream()
                .map(
                    phase ->
                        new Phase(
                            phase.key, phase.title, before(firstDay, phase.until), phase.stages))
                .toList()));
  }

  private static LocalDate before(LocalDate firstDay, Period length) {
    return firstDay.plus(length).minusDays(1);
  }
}
