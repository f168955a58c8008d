package fr.jalon.portal.review;

import fr.jalon.portal.review.Review.Kind;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the facts say in sentences, where nobody wrote anything. */
final class Proposed {
  private Proposed() {}

  static String text(Messages words, Kind kind, Content content, Passage passage) {
    return switch (passage) {
      case SUMMARY -> summary(words, kind, content);
      case DIFFICULTIES -> "";
      case NEXT -> next(words, content);
    };
  }

  private static String summary(Messages words, Kind kind, Content content) {
    List<String> said = new ArrayList<>();
    Figure open = content.find(Measure.AUTHORITIES_OPEN);
    if (kind == Kind.SEASON && open != null) {
      said.add(words.count("review.proposed.open", open.value(), open.of()));
    }
    Figure datasets = content.find(Measure.DATASETS);
    Figure good = content.find(Measure.DATASETS_GOOD);
    if (datasets != null && good != null) {
      said.add(
          words.count("review.proposed.datasets", datasets.value(), content.name(), good.value()));
    }
    Figure underWay = content.find(Measure.UNDER_WAY);
    if (underWay != null && underWay.value() > 0) {
      boolean others = datasets != null && datasets.value() > 0;
      said.add(
          words.count(
              others ? "review.proposed.under-way" : "review.proposed.begun", underWay.value()));
    }
    Figure held = content.find(Measure.SESSIONS_HELD);
    if (held != null) {
      said.add(words.count("review.proposed.sessions." + kind, held.value()));
    }
    Figure solved = content.find(Measure.REQUESTS_SOLVED);
    if (solved != null && solved.of() > 0) {
      said.add(words.count("review.proposed.requests", solved.of(), solved.value()));
    }
    Figure before = content.find(Measure.LEVEL_BEFORE);
    Figure after = content.find(Measure.LEVEL_AFTER);
    if (before != null && after != null) {
      said.add(
          words.text(
              "review.proposed.levels", level(words, before.value()), level(words, after.value())));
    }
    return String.join(" ", said);
  }

  private static String next(Messages words, Content content) {
    List<String> said = new ArrayList<>();
    Content.Criterion criterion = content.criterion();
    if (criterion != null) {
      said.add(ReviewViews.criterion(words, criterion));
    }
    if (!content.underWay().isEmpty()) {
      said.add(
          words.text(
              "review.proposed.finish",
              content.underWay().stream()
                  .map(Content.UnderWay::title)
                  .collect(Collectors.joining(", "))));
    }
    return String.join("\n", said);
  }

  static String level(Messages words, long hundredths) {
    return words.decimal(hundredths / 100.0, 2);
  }
}
