package fr.jalon.portal.deposit;

/** A cell at fault and why, in words; mild when a repair is proposed for it. */
record CellFault(String address, String reason, boolean mild) {}
