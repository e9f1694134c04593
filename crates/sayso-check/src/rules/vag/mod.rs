//! Vague authority: "experts", "critics", "studies", with none named near.
