// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
  "model": "local-2",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.929549,
      "low": 0.893589,
      "high": 0.959407,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.940036,
      "low": 0.908721,
      "high": 0.965724,
      "of": 393
    },
    "right": {
      "value": 0.946565,
      "low": 0.922438,
      "high": 0.96875,
      "of": 393
    },
    "underRanked": {
      "value": 0.042254,
      "low": 0.015625,
      "high": 0.069364,
      "of": 142
    },
    "criticalsLow": {
      "value": 0.027027,
      "low": 0,
      "high": 0.090909,
      "of": 37
    },
    "overFlagged": {
      "value": 0.053691,
      "low": 0.019868,
      "high": 0.093525,
      "of": 149
    },
    "riskRight": {
      "value": 0.905852,
      "low": 0.876972,
      "high": 0.936639,
      "of": 393
    },
    "calibrationError": {
      "value": 0.023426,
      "low": 0.0122,
      "high": 0.049191,
      "of": 393
    },
    "needsReview": {
      "value": 0.081425,
      "low": 0.050971,
      "high": 0.115869,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.190476,
      "low": 0.045455,
      "high": 0.363636,
      "of": 21
    }
  },
  "categories": {
    "read": {
      "precision": 0.986014,
      "recall": 0.946309,
      "f1": 0.965753,
      "labelled": 149,
      "answered": 143
    },
    "write": {
      "precision": 0.871429,
      "recall": 0.953125,
      "f1": 0.910448,
      "labelled": 64,
      "answered": 70
    },
    "execute": {
      "precision": 0.918919,
      "recall": 0.918919,
      "f1": 0.918919,
      "labelled": 74,
      "answered": 74
    },
    "destructive": {
      "precision": 0.923077,
      "recall": 0.923077,
      "f1": 0.923077,
      "labelled": 39,
      "answered": 39
    }
  },
  "confusion": {
    "read": {
      "read": 141,
      "write": 3,
      "execute": 4,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 61,
      "execute": 1,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 4,
      "execute": 68,
      "destructive": 2,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 2,
      "execute": 1,
      "destructive": 36,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 4,
      "meanConfidence": 0.171607,
      "accuracy": 0.5
    },
    {
      "from": 0.2,
      "to": 0.3,
      "rows": 3,
      "meanConfidence": 0.26439,
      "accuracy": 0.666667
    },
    {
      "from": 0.3,
      "to": 0.4,
      "rows": 1,
      "meanConfidence": 0.323987,
      "accuracy": 0
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 1,
      "meanConfidence": 0.5,
      "accuracy": 1
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 1,
      "meanConfidence": 0.67128,
      "accuracy": 1
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 20,
      "meanConfidence": 0.750834,
      "accuracy": 0.85
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 53,
      "meanConfidence": 0.85166,
      "accuracy": 0.811321
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 310,
      "meanConfidence": 0.982542,
      "accuracy": 0.987097
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.951822,
          "low": 0.92591,
          "high": 0.976409,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.962068,
          "low": 0.94193,
          "high": 0.981094,
          "of": 275
        },
        "right": {
          "value": 0.967273,
          "low": 0.948905,
          "high": 0.984733,
          "of": 275
        },
        "underRanked": {
          "value": 0.04386,
          "low": 0.011111,
          "high": 0.078261,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0.010101,
          "low": 0,
          "high": 0.034091,
          "of": 99
        },
        "riskRight": {
          "value": 0.927273,
          "low": 0.896825,
          "high": 0.956522,
          "of": 275
        },
        "calibrationError": {
          "value": 0.019707,
          "low": 0.012456,
          "high": 0.046979,
          "of": 275
        },
        "needsReview": {
          "value": 0.014545,
          "low": 0.003623,
          "high": 0.028571,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.111111,
          "low": 0,
          "high": 0.333333,
          "of": 9
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.542222,
          "low": 0.307692,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.542735,
          "low": 0.308642,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.896552,
          "low": 0.774194,
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
          "value": 0.076923,
          "low": 0,
          "high": 0.1875,
          "of": 26
        },
        "riskRight": {
          "value": 0.896552,
          "low": 0.774194,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.076782,
          "low": 0.016184,
          "high": 0.168689,
          "of": 29
        },
        "needsReview": {
          "value": 0.034483,
          "low": 0,
          "high": 0.107143,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.333333,
          "low": 0,
          "high": 1,
          "of": 3
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.965465,
          "low": 0.488372,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.965812,
          "low": 0.659259,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.965517,
          "low": 0.875,
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
          "value": 0.052632,
          "low": 0,
          "high": 0.190476,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.032825,
          "low": 0.01543,
          "high": 0.109602,
          "of": 29
        },
        "needsReview": {
          "value": 0,
          "low": 0,
          "high": 0.119445,
          "of": 29
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.477778,
          "low": 0.273611,
          "high": 0.830159,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.590803,
          "low": 0.459357,
          "high": 0.866667,
          "of": 29
        },
        "right": {
          "value": 0.758621,
          "low": 0.571429,
          "high": 0.90625,
          "of": 29
        },
        "underRanked": {
          "value": 0.125,
          "low": 0,
          "high": 0.375,
          "of": 8
        },
        "criticalsLow": {
          "value": 0.25,
          "low": 0,
          "high": 1,
          "of": 4
        },
        "overFlagged": {
          "value": 0.666667,
          "low": 0.2,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.689655,
          "low": 0.517241,
          "high": 0.862069,
          "of": 29
        },
        "calibrationError": {
          "value": 0.147279,
          "low": 0.067852,
          "high": 0.327084,
          "of": 29
        },
        "needsReview": {
          "value": 0.103448,
          "low": 0,
          "high": 0.233333,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.142857,
          "low": 0,
          "high": 0.5,
          "of": 7
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
          "value": 0.061838,
          "low": 0.041771,
          "high": 0.091229,
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
          "value": 0.172409,
          "low": 0.040833,
          "high": 0.410578,
          "of": 8
        },
        "needsReview": {
          "value": 0.125,
          "low": 0,
          "high": 0.428571,
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
          "value": 0.181895,
          "low": 0.048916,
          "high": 0.281629,
          "of": 7
        },
        "needsReview": {
          "value": 0.142857,
          "low": 0,
          "high": 0.3,
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
          "value": 0.914883,
          "low": 0.875232,
          "high": 0.948244,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.927824,
          "low": 0.893598,
          "high": 0.956477,
          "of": 280
        },
        "right": {
          "value": 0.928571,
          "low": 0.896414,
          "high": 0.957143,
          "of": 280
        },
        "underRanked": {
          "value": 0.046154,
          "low": 0.015504,
          "high": 0.075472,
          "of": 130
        },
        "criticalsLow": {
          "value": 0.028571,
          "low": 0,
          "high": 0.090909,
          "of": 35
        },
        "overFlagged": {
          "value": 0.1,
          "low": 0.032258,
          "high": 0.17284,
          "of": 70
        },
        "riskRight": {
          "value": 0.878571,
          "low": 0.842491,
          "high": 0.915194,
          "of": 280
        },
        "calibrationError": {
          "value": 0.027877,
          "low": 0.015438,
          "high": 0.064672,
          "of": 280
        },
        "needsReview": {
          "value": 0.110714,
          "low": 0.069767,
          "high": 0.164835,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.2,
          "low": 0,
          "high": 0.375,
          "of": 20
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.988408,
          "low": 0.954689,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.991342,
          "low": 0.967445,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.99115,
          "low": 0.969072,
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
          "value": 0.012658,
          "low": 0,
          "high": 0.042857,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.027415,
          "low": 0.015329,
          "high": 0.04836,
          "of": 113
        },
        "needsReview": {
          "value": 0.00885,
          "low": 0,
          "high": 0.027523,
          "of": 113
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.866956,
          "low": 0.817469,
          "high": 0.911576,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.863744,
          "low": 0.813818,
          "high": 0.911285,
          "of": 393
        },
        "right": {
          "value": 0.847328,
          "low": 0.80117,
          "high": 0.889976,
          "of": 393
        },
        "underRanked": {
          "value": 0.112676,
          "low": 0.04902,
          "high": 0.165714,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.108108,
          "low": 0.026316,
          "high": 0.214286,
          "of": 37
        },
        "overFlagged": {
          "value": 0.114094,
          "low": 0.062937,
          "high": 0.171429,
          "of": 149
        },
        "riskRight": {
          "value": 0.839695,
          "low": 0.798054,
          "high": 0.879765,
          "of": 393
        },
        "calibrationError": {
          "value": 0.040677,
          "low": 0.016217,
          "high": 0.069052,
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
          "low": 0.940371,
          "high": 1,
          "of": 60
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.913425,
          "low": 0.879972,
          "high": 0.942633,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.920813,
          "low": 0.888249,
          "high": 0.953406,
          "of": 393
        },
        "right": {
          "value": 0.928753,
          "low": 0.900538,
          "high": 0.955224,
          "of": 393
        },
        "underRanked": {
          "value": 0.077465,
          "low": 0.037037,
          "high": 0.114035,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.108108,
          "low": 0.025641,
          "high": 0.204545,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.018072,
          "high": 0.096154,
          "of": 149
        },
        "riskRight": {
          "value": 0.895674,
          "low": 0.863341,
          "high": 0.931646,
          "of": 393
        },
        "calibrationError": {
          "value": 0.022284,
          "low": 0.00723,
          "high": 0.047739,
          "of": 393
        },
        "needsReview": {
          "value": 0.061069,
          "low": 0.033333,
          "high": 0.091185,
          "of": 393
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.123436,
          "of": 28
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.926975,
          "low": 0.892114,
          "high": 0.95864,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.938073,
          "low": 0.907882,
          "high": 0.963692,
          "of": 393
        },
        "right": {
          "value": 0.94402,
          "low": 0.919481,
          "high": 0.966006,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.060403,
          "low": 0.023256,
          "high": 0.105263,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.016946,
          "low": 0.01153,
          "high": 0.045427,
          "of": 393
        },
        "needsReview": {
          "value": 0.081425,
          "low": 0.050971,
          "high": 0.115869,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.181818,
          "low": 0.043478,
          "high": 0.347826,
          "of": 22
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.929549,
          "low": 0.893589,
          "high": 0.959407,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.940036,
          "low": 0.908721,
          "high": 0.965724,
          "of": 393
        },
        "right": {
          "value": 0.946565,
          "low": 0.922438,
          "high": 0.96875,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.019868,
          "high": 0.093525,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.023426,
          "low": 0.0122,
          "high": 0.049191,
          "of": 393
        },
        "needsReview": {
          "value": 0.081425,
          "low": 0.050971,
          "high": 0.115869,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.190476,
          "low": 0.045455,
          "high": 0.363636,
          "of": 21
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.900838,
          "low": 0.862461,
          "high": 0.935939,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.90542,
          "low": 0.871455,
          "high": 0.93391,
          "of": 393
        },
        "right": {
          "value": 0.898219,
          "low": 0.865909,
          "high": 0.928,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029703,
          "high": 0.112,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.1875,
          "of": 37
        },
        "overFlagged": {
          "value": 0.087248,
          "low": 0.042254,
          "high": 0.139535,
          "of": 149
        },
        "riskRight": {
          "value": 0.872774,
          "low": 0.832558,
          "high": 0.909574,
          "of": 393
        },
        "calibrationError": {
          "value": 0.02696,
          "low": 0.015119,
          "high": 0.057821,
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
          "low": 0.911903,
          "high": 1,
          "of": 40
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.915958,
          "low": 0.884149,
          "high": 0.944562,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.922433,
          "low": 0.889277,
          "high": 0.954458,
          "of": 393
        },
        "right": {
          "value": 0.931298,
          "low": 0.902326,
          "high": 0.956522,
          "of": 393
        },
        "underRanked": {
          "value": 0.077465,
          "low": 0.037037,
          "high": 0.114035,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.108108,
          "low": 0.025641,
          "high": 0.204545,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.015748,
          "high": 0.085271,
          "of": 149
        },
        "riskRight": {
          "value": 0.900763,
          "low": 0.871179,
          "high": 0.933148,
          "of": 393
        },
        "calibrationError": {
          "value": 0.021308,
          "low": 0.008917,
          "high": 0.048352,
          "of": 393
        },
        "needsReview": {
          "value": 0.061069,
          "low": 0.033333,
          "high": 0.091185,
          "of": 393
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.127703,
          "of": 27
        }
      }
    }
  ]
};
