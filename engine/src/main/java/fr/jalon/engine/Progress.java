package fr.jalon.engine;

/** Told now and then how far a long job is. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (stage, share) -> {};

  /**
   * @param stage "read", "profile", "check", "write"
   * @param share of the stage done, 0 to 1
   */
  void at(String stage, double share);
}
