package fr.jalon.portal.catalog;

/**
 * The licenses a French administration may give to its data: article D. 323-2-1 of the code des
 * relations entre le public et l'administration names two; any other must have been approved.
 */
public enum License {
  LICENCE_OUVERTE("lov2", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
  ODBL("odc-odbl", "https://opendatacommons.org/licenses/odbl/1-0/"),
  /** Approved by the State beforehand; the dataset cites the reference of the decision. */
  APPROVED("other-approved", "");

  private final String id;
  private final String url;

  License(String id, String url) {
    this.id = id;
    this.url = url;
  }

  /** The identifier data.gouv.fr gives to it ("lov2"); our own for approved licenses. */
  public String id() {
    return id;
  }

  /** The text of the license, "" for approved licenses. */
  public String url() {
    return url;
  }
}
