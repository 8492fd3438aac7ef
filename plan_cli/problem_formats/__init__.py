"""Problems as text: for people, and in the formats that other programs take."""
