// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
  "model": "local-3",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.945818,
      "low": 0.915198,
      "high": 0.972051,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.948188,
      "low": 0.922346,
      "high": 0.969916,
      "of": 393
    },
    "right": {
      "value": 0.954198,
      "low": 0.933754,
      "high": 0.972393,
      "of": 393
    },
    "underRanked": {
      "value": 0.021127,
      "low": 0,
      "high": 0.044586,
      "of": 142
    },
    "criticalsLow": {
      "value": 0,
      "low": 0,
      "high": 0.094891,
      "of": 37
    },
    "overFlagged": {
      "value": 0.033557,
      "low": 0.007463,
      "high": 0.068966,
      "of": 149
    },
    "riskRight": {
      "value": 0.931298,
      "low": 0.905556,
      "high": 0.956268,
      "of": 393
    },
    "calibrationError": {
      "value": 0.02126,
      "low": 0.013516,
      "high": 0.0441,
      "of": 393
    },
    "needsReview": {
      "value": 0.157761,
      "low": 0.117647,
      "high": 0.204986,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.666667,
      "low": 0.454545,
      "high": 0.882353,
      "of": 18
    }
  },
  "categories": {
    "read": {
      "precision": 0.986301,
      "recall": 0.966443,
      "f1": 0.976271,
      "labelled": 149,
      "answered": 146
    },
    "write": {
      "precision": 0.936508,
      "recall": 0.921875,
      "f1": 0.929134,
      "labelled": 64,
      "answered": 63
    },
    "execute": {
      "precision": 0.933333,
      "recall": 0.945946,
      "f1": 0.939597,
      "labelled": 74,
      "answered": 75
    },
    "destructive": {
      "precision": 0.904762,
      "recall": 0.974359,
      "f1": 0.938272,
      "labelled": 39,
      "answered": 42
    }
  },
  "confusion": {
    "read": {
      "read": 144,
      "write": 2,
      "execute": 2,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 59,
      "execute": 3,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 1,
      "execute": 70,
      "destructive": 3,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 1,
      "execute": 0,
      "destructive": 38,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 4,
      "meanConfidence": 0.1667,
      "accuracy": 0.75
    },
    {
      "from": 0.3,
      "to": 0.4,
      "rows": 1,
      "meanConfidence": 0.3205,
      "accuracy": 1
    },
    {
      "from": 0.4,
      "to": 0.5,
      "rows": 1,
      "meanConfidence": 0.4023,
      "accuracy": 0
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 3,
      "meanConfidence": 0.636467,
      "accuracy": 0.666667
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 30,
      "meanConfidence": 0.736637,
      "accuracy": 0.7
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 29,
      "meanConfidence": 0.857066,
      "accuracy": 0.896552
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 325,
      "meanConfidence": 0.982753,
      "accuracy": 0.990769
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.956462,
          "low": 0.924882,
          "high": 0.983468,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.958351,
          "low": 0.934263,
          "high": 0.981558,
          "of": 275
        },
        "right": {
          "value": 0.963636,
          "low": 0.94382,
          "high": 0.983607,
          "of": 275
        },
        "underRanked": {
          "value": 0.026316,
          "low": 0,
          "high": 0.054545,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.036576,
          "of": 99
        },
        "riskRight": {
          "value": 0.941818,
          "low": 0.912134,
          "high": 0.965779,
          "of": 275
        },
        "calibrationError": {
          "value": 0.022057,
          "low": 0.014973,
          "high": 0.045324,
          "of": 275
        },
        "needsReview": {
          "value": 0.083636,
          "low": 0.045614,
          "high": 0.122807,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.7,
          "low": 0.428571,
          "high": 1,
          "of": 10
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.890196,
          "low": 0.482143,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.890566,
          "low": 0.482759,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.965517,
          "low": 0.878788,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "criticalsLow": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "overFlagged": {
          "value": 0.038462,
          "low": 0,
          "high": 0.130435,
          "of": 26
        },
        "riskRight": {
          "value": 1,
          "low": 0.880555,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.028703,
          "low": 0.007043,
          "high": 0.089267,
          "of": 29
        },
        "needsReview": {
          "value": 0.068966,
          "low": 0,
          "high": 0.192308,
          "of": 29
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.908333,
          "low": 0.431579,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.931287,
          "low": 0.539683,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.931034,
          "low": 0.821429,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.459258,
          "of": 6
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        },
        "overFlagged": {
          "value": 0.105263,
          "low": 0,
          "high": 0.25,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.054907,
          "low": 0.011675,
          "high": 0.134654,
          "of": 29
        },
        "needsReview": {
          "value": 0.103448,
          "low": 0,
          "high": 0.233333,
          "of": 29
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.158114,
          "high": 1,
          "of": 2
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.577273,
          "low": 0.397436,
          "high": 0.932773,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.644444,
          "low": 0.533389,
          "high": 0.937322,
          "of": 29
        },
        "right": {
          "value": 0.827586,
          "low": 0.678571,
          "high": 0.964286,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.369417,
          "of": 8
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": 0.5,
          "low": 0,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.793103,
          "low": 0.633333,
          "high": 0.931034,
          "of": 29
        },
        "calibrationError": {
          "value": 0.108124,
          "low": 0.053634,
          "high": 0.269493,
          "of": 29
        },
        "needsReview": {
          "value": 0.310345,
          "low": 0.142857,
          "high": 0.466667,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.4,
          "low": 0,
          "high": 1,
          "of": 5
        }
      }
    },
    {
      "title": "empty",
      "tools": 25,
      "figures": {
        "macroF1": {
          "value": 0.930769,
          "low": 0.7,
          "high": 1,
          "of": 23
        },
        "macroF1Lenient": {
          "value": 0.930769,
          "low": 0.705882,
          "high": 1,
          "of": 25
        },
        "right": {
          "value": 0.96,
          "low": 0.857143,
          "high": 1,
          "of": 25
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.336267,
          "of": 9
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.96,
          "low": 0.88,
          "high": 1,
          "of": 25
        },
        "calibrationError": {
          "value": 0.066124,
          "low": 0.03992,
          "high": 0.106343,
          "of": 25
        },
        "needsReview": {
          "value": 0.96,
          "low": 0.863636,
          "high": 1,
          "of": 25
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    },
    {
      "title": "lie",
      "tools": 8,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "right": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.571429,
          "high": 1,
          "of": 8
        },
        "calibrationError": {
          "value": 0.209925,
          "low": 0.056925,
          "high": 0.451757,
          "of": 8
        },
        "needsReview": {
          "value": 0.375,
          "low": 0.1,
          "high": 0.75,
          "of": 8
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    },
    {
      "title": "sql",
      "tools": 7,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "right": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "riskRight": {
          "value": 0.571429,
          "low": 0.142857,
          "high": 1,
          "of": 7
        },
        "calibrationError": {
          "value": 0.185214,
          "low": 0.0401,
          "high": 0.29405,
          "of": 7
        },
        "needsReview": {
          "value": 0.285714,
          "low": 0,
          "high": 0.666667,
          "of": 7
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    }
  ],
  "byPick": [
    {
      "title": "targeted",
      "tools": 280,
      "figures": {
        "macroF1": {
          "value": 0.941519,
          "low": 0.906804,
          "high": 0.971002,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.942784,
          "low": 0.913035,
          "high": 0.96688,
          "of": 280
        },
        "right": {
          "value": 0.942857,
          "low": 0.916279,
          "high": 0.967078,
          "of": 280
        },
        "underRanked": {
          "value": 0.023077,
          "low": 0,
          "high": 0.04918,
          "of": 130
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.100032,
          "of": 35
        },
        "overFlagged": {
          "value": 0.071429,
          "low": 0.015873,
          "high": 0.138462,
          "of": 70
        },
        "riskRight": {
          "value": 0.914286,
          "low": 0.881919,
          "high": 0.945017,
          "of": 280
        },
        "calibrationError": {
          "value": 0.017864,
          "low": 0.014275,
          "high": 0.050325,
          "of": 280
        },
        "needsReview": {
          "value": 0.2,
          "low": 0.143266,
          "high": 0.263158,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.625,
          "low": 0.384615,
          "high": 0.866667,
          "of": 16
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.917702,
          "low": 0.796784,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.938447,
          "low": 0.846637,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.982301,
          "low": 0.954955,
          "high": 1,
          "of": 113
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.264648,
          "of": 12
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.045621,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.029676,
          "low": 0.015987,
          "high": 0.05485,
          "of": 113
        },
        "needsReview": {
          "value": 0.053097,
          "low": 0.009804,
          "high": 0.10084,
          "of": 113
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.158114,
          "high": 1,
          "of": 2
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.890071,
          "low": 0.840816,
          "high": 0.93244,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.880842,
          "low": 0.83124,
          "high": 0.927555,
          "of": 393
        },
        "right": {
          "value": 0.872774,
          "low": 0.829082,
          "high": 0.914474,
          "of": 393
        },
        "underRanked": {
          "value": 0.105634,
          "low": 0.04,
          "high": 0.171429,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.135135,
          "low": 0.032258,
          "high": 0.25,
          "of": 37
        },
        "overFlagged": {
          "value": 0.067114,
          "low": 0.027972,
          "high": 0.114286,
          "of": 149
        },
        "riskRight": {
          "value": 0.854962,
          "low": 0.819502,
          "high": 0.889518,
          "of": 393
        },
        "calibrationError": {
          "value": 0.037396,
          "low": 0.015821,
          "high": 0.069483,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.928878,
          "high": 1,
          "of": 50
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.937219,
          "low": 0.908558,
          "high": 0.965198,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.937381,
          "low": 0.905309,
          "high": 0.968223,
          "of": 393
        },
        "right": {
          "value": 0.94402,
          "low": 0.916462,
          "high": 0.968293,
          "of": 393
        },
        "underRanked": {
          "value": 0.056338,
          "low": 0.015385,
          "high": 0.1,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.040268,
          "low": 0.007634,
          "high": 0.079365,
          "of": 149
        },
        "riskRight": {
          "value": 0.918575,
          "low": 0.892272,
          "high": 0.946429,
          "of": 393
        },
        "calibrationError": {
          "value": 0.017711,
          "low": 0.005847,
          "high": 0.044034,
          "of": 393
        },
        "needsReview": {
          "value": 0.127226,
          "low": 0.094556,
          "high": 0.16358,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.454545,
          "low": 0.230769,
          "high": 0.631579,
          "of": 22
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.940691,
          "low": 0.909707,
          "high": 0.968118,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.94382,
          "low": 0.918545,
          "high": 0.965529,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.927813,
          "high": 0.968153,
          "of": 393
        },
        "underRanked": {
          "value": 0.021127,
          "low": 0,
          "high": 0.044586,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.012821,
          "high": 0.087248,
          "of": 149
        },
        "riskRight": {
          "value": 0.928753,
          "low": 0.902655,
          "high": 0.954155,
          "of": 393
        },
        "calibrationError": {
          "value": 0.022007,
          "low": 0.015717,
          "high": 0.046832,
          "of": 393
        },
        "needsReview": {
          "value": 0.157761,
          "low": 0.115681,
          "high": 0.20354,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.6,
          "low": 0.391304,
          "high": 0.8,
          "of": 20
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.945818,
          "low": 0.915198,
          "high": 0.972051,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.948188,
          "low": 0.922346,
          "high": 0.969916,
          "of": 393
        },
        "right": {
          "value": 0.954198,
          "low": 0.933754,
          "high": 0.972393,
          "of": 393
        },
        "underRanked": {
          "value": 0.021127,
          "low": 0,
          "high": 0.044586,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.007463,
          "high": 0.068966,
          "of": 149
        },
        "riskRight": {
          "value": 0.931298,
          "low": 0.905556,
          "high": 0.956268,
          "of": 393
        },
        "calibrationError": {
          "value": 0.02126,
          "low": 0.013516,
          "high": 0.0441,
          "of": 393
        },
        "needsReview": {
          "value": 0.157761,
          "low": 0.117647,
          "high": 0.204986,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.666667,
          "low": 0.454545,
          "high": 0.882353,
          "of": 18
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.916134,
          "low": 0.877991,
          "high": 0.946937,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.919878,
          "low": 0.884259,
          "high": 0.94713,
          "of": 393
        },
        "right": {
          "value": 0.913486,
          "low": 0.880319,
          "high": 0.941327,
          "of": 393
        },
        "underRanked": {
          "value": 0.049296,
          "low": 0.009901,
          "high": 0.095506,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.054054,
          "low": 0,
          "high": 0.138889,
          "of": 37
        },
        "overFlagged": {
          "value": 0.073826,
          "low": 0.033058,
          "high": 0.123188,
          "of": 149
        },
        "riskRight": {
          "value": 0.898219,
          "low": 0.864865,
          "high": 0.92876,
          "of": 393
        },
        "calibrationError": {
          "value": 0.020337,
          "low": 0.012912,
          "high": 0.051355,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.897182,
          "high": 1,
          "of": 34
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.942313,
          "low": 0.914459,
          "high": 0.969766,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.941669,
          "low": 0.909783,
          "high": 0.972473,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.92268,
          "high": 0.973171,
          "of": 393
        },
        "underRanked": {
          "value": 0.056338,
          "low": 0.015385,
          "high": 0.1,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.026846,
          "low": 0.005988,
          "high": 0.060403,
          "of": 149
        },
        "riskRight": {
          "value": 0.92112,
          "low": 0.893782,
          "high": 0.948498,
          "of": 393
        },
        "calibrationError": {
          "value": 0.01982,
          "low": 0.008161,
          "high": 0.042864,
          "of": 393
        },
        "needsReview": {
          "value": 0.127226,
          "low": 0.093484,
          "high": 0.164983,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.45,
          "low": 0.210526,
          "high": 0.647059,
          "of": 20
        }
      }
    }
  ]
};
