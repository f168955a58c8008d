package fr.jalon.portal.programme;

/** What is done in a stage of the track. */
public enum StageKind {
  /** People meet: launch, end of a stage, results. */
  MEETING(true, false),
  /** A form to fill in, with interviews. */
  QUESTIONNAIRE(true, false),
  /** Where the authority stands. */
  ASSESSMENT(true, false),
  /** What it is going to do. */
  CHECKLIST(true, false),
  /** A day of training, often of several authorities. */
  WORKSHOP(true, false),
  /** Datasets are put in the sandbox, then published: done when one is published. */
  PUBLICATION(false, true),
  /** Help asked on the way: counts only when somebody decides so. */
  HELP(false, false),
  /** Talks with people of the authority. */
  INTERVIEWS(true, false);

  private final boolean countedByItself;
  private final boolean doneByPublishing;

  StageKind(boolean countedByItself, boolean doneByPublishing) {
    this.countedByItself = countedByItself;
    this.doneByPublishing = doneByPublishing;
  }

  /** True when a session of that stage takes from the quota without anybody deciding so. */
  public boolean isCountedByItself() {
    return countedByItself;
  }

  /** True when it is the catalog that says whether it is done. */
  public boolean isDoneByPublishing() {
    return doneByPublishing;
  }
}
