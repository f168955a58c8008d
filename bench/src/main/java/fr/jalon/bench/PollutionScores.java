package fr.jalon.bench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores of polluted files, group by group. */
record PollutionScores(List<Scored> files) {
  /** A file and its score. */
  record Scored(Polluted file, Score score) {}

  static PollutionScores of(List<Polluted> files) {
    return new PollutionScores(
        files.parallelStream()
            .map(file -> new Scored(file, Score.of(file.clean(), ReadFile.table(file.bytes()))))
            .toList());
  }

  /** The mean of the ten figures over the files of each group. */
  Map<Group, Double> means() {
    Map<Group, Double> means = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      if (!of(group).isEmpty()) {
        means.put(group, mean(of(group), Score::mean));
      }
    }
    return means;
  }

  /** The sum of the ten figures, every file counting as one. */
  double simple() {
    return mean(files, Score::sum);
  }

  /** The sum of the ten figures, every group counting as often as it is met. */
  double weighted() {
    double sum = 0;
    double weights = 0;
    for (Map.Entry<Group, Double> group : means().entrySet()) {
      sum += 10 * group.getValue() * group.getKey().weight;
      weights += group.getKey().weight;
    }
    return sum / weights;
  }

  List<Scored> worst(int count) {
    return files.stream()
        .filter(scored -> scored.score().mean() < 1)
        .sorted(Comparator.comparingDouble(scored -> scored.score().mean()))
        .limit(count)
        .toList();
  }

  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "group                           files  success  header p    r   f1  records p    r   f1"
            + "    cells p    r   f1    mean\n");
    for (Map.Entry<Group, Double> mean : means().entrySet()) {
      List<Scored> scored = of(mean.getKey());
      text.append(
          String.format(
              Locale.ROOT,
              "%-31s %5d   %6.3f   %s    %s    %s  %6.4f%n",
              mean.getKey().label,
              scored.size(),
              mean(scored, Score::success),
              measure(scored, score -> score.header()),
              measure(scored, score -> score.records()),
              measure(scored, score -> score.cells()),
              mean.getValue()));
    }
    text.append(
        String.format(
            Locale.ROOT, "%nsum of ten: simple %.3f, weighted %.3f%n", simple(), weighted()));
    return text.toString();
  }

  private static String measure(List<Scored> scored, Function<Score, Score.Measure> which) {
    return String.format(
        Locale.ROOT,
        "%5.3f %5.3f %5.3f",
        mean(scored, score -> which.apply(score).precision()),
        mean(scored, score -> which.apply(score).recall()),
        mean(scored, score -> which.apply(score).f1()));
  }

  private List<Scored> of(Group group) {
    return files.stream().filter(scored -> scored.file().group() == group).toList();
  }

  private static double mean(List<Scored> scored, ToDoubleFunction<Score> figure) {
    return scored.stream().mapToDouble(s -> figure.applyAsDouble(s.score())).average().orElse(0);
  }
}
